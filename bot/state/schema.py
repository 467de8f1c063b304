"""The tables of the state file, as the steps that made them.

A step that has been published is never changed: a new need is a new step at the end.  The file's
`user_version` counts the steps it has taken.
"""

STEPS = (
    """
    CREATE TABLE sent (
        id INTEGER PRIMARY KEY,
        chat INTEGER NOT NULL,
        topic INTEGER NOT NULL,
        question INTEGER NOT NULL,
        text TEXT NOT NULL,
        version TEXT NOT NULL,
        asker INTEGER NOT NULL,
        at INTEGER NOT NULL,
        UNIQUE (chat, question)
    ) STRICT;
    CREATE INDEX sent_by_asker ON sent (asker);
    CREATE TABLE sent_messages (
        chat INTEGER NOT NULL,
        message INTEGER NOT NULL,
        sent INTEGER NOT NULL REFERENCES sent ON DELETE CASCADE,
        PRIMARY KEY (chat, message)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX messages_of_sent ON sent_messages (sent);
    CREATE TABLE votes (
        ballot BLOB PRIMARY KEY,
        question TEXT NOT NULL,
        answer TEXT NOT NULL,
        version TEXT NOT NULL,
        up INTEGER NOT NULL CHECK (up IN (0, 1)),
        day TEXT NOT NULL
    ) STRICT;
    CREATE INDEX votes_by_day ON votes (day);
    CREATE TABLE asked (
        id INTEGER PRIMARY KEY,
        text TEXT NOT NULL,
        day TEXT NOT NULL,
        kind TEXT NOT NULL,
        answered INTEGER NOT NULL CHECK (answered IN (0, 1)),
        milliseconds REAL NOT NULL
    ) STRICT;
    CREATE INDEX asked_by_day ON asked (day);
    CREATE TABLE subscriptions (
        id INTEGER PRIMARY KEY,
        person INTEGER NOT NULL,
        chat INTEGER NOT NULL,
        topic INTEGER NOT NULL,
        message INTEGER NOT NULL,
        question TEXT NOT NULL,
        until INTEGER NOT NULL,
        UNIQUE (person, chat, topic, question)
    ) STRICT;
    CREATE TABLE handled (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        update_id INTEGER NOT NULL UNIQUE
    ) STRICT;
    CREATE TABLE audit (
        id INTEGER PRIMARY KEY,
        at INTEGER NOT NULL,
        who TEXT NOT NULL,
        what TEXT NOT NULL,
        about TEXT NOT NULL
    ) STRICT;
    """,
    """
    CREATE TABLE linked (
        digest TEXT PRIMARY KEY,
        question TEXT NOT NULL,
        at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX linked_by_time ON linked (at);
    """,
    """
    CREATE TABLE texts (
        hash TEXT PRIMARY KEY,
        text TEXT NOT NULL
    ) STRICT;
    CREATE TABLE versions (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        digest TEXT NOT NULL,
        at INTEGER NOT NULL,
        who TEXT NOT NULL,
        why TEXT NOT NULL
    ) STRICT;
    CREATE TABLE version_texts (
        version INTEGER NOT NULL REFERENCES versions ON DELETE CASCADE,
        file TEXT NOT NULL,
        hash TEXT NOT NULL REFERENCES texts,
        PRIMARY KEY (version, file)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX versions_of_text ON version_texts (hash);
    CREATE TABLE overrides (
        stem TEXT PRIMARY KEY,
        file TEXT,
        hash TEXT REFERENCES texts,
        over TEXT
    ) STRICT;
    CREATE INDEX overrides_with_text ON overrides (hash);
    """,
    """
    ALTER TABLE sent ADD COLUMN language TEXT NOT NULL DEFAULT 'en';
    ALTER TABLE sent ADD COLUMN said TEXT NOT NULL DEFAULT '';
    ALTER TABLE sent ADD COLUMN cited TEXT NOT NULL DEFAULT '';
    CREATE INDEX sent_by_time ON sent (at);
    ALTER TABLE subscriptions ADD COLUMN language TEXT NOT NULL DEFAULT 'en';
    """,
    """
    CREATE TABLE inlined (
        message TEXT PRIMARY KEY,
        question TEXT NOT NULL,
        version TEXT NOT NULL,
        asker INTEGER NOT NULL,
        at INTEGER NOT NULL,
        language TEXT NOT NULL,
        said TEXT NOT NULL,
        cited TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX inlined_by_time ON inlined (at);
    """,
    """
    ALTER TABLE handled ADD COLUMN waiting TEXT;
    """,
)

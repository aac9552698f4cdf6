"""What is asked of the library's tables, and what is written into them."""

from genre_desktop.core.library_rows import FACT_COLUMNS, PREDICTION_COLUMNS

_MODEL_AND_HASH = "model.name, model.version, model.labels, audio.hash"
_FACTS = ", ".join((_MODEL_AND_HASH, *FACT_COLUMNS))
_EVERYTHING = ", ".join((_MODEL_AND_HASH, *PREDICTION_COLUMNS))
_BY_FILE = (
    "FROM file "
    "JOIN audio ON audio.id = file.audio_id "
    "JOIN prediction ON prediction.audio_id = file.audio_id "
    "JOIN model ON model.id = prediction.model_id "
    "WHERE file.path = ? AND file.size = ? AND file.mtime_ns = ? AND file.inode = ? "
    "AND span_start = ? AND span_end = ? AND model.digest = ? AND prediction.quick <= ?"
)
_IS_OLDER = (
    "EXISTS (SELECT 1 FROM prediction AS later WHERE later.audio_id = prediction.audio_id "
    "AND later.span_start = prediction.span_start AND later.span_end = prediction.span_end "
    "AND later.id > prediction.id)"
)
# Last stands whether another model has answered since.
FACTS_BY_FILE = f"SELECT {_FACTS}, {_IS_OLDER} {_BY_FILE}"
BY_FILE = f"SELECT {_EVERYTHING}, {_IS_OLDER} {_BY_FILE}"
BY_HASH = (
    f"SELECT {_EVERYTHING} FROM audio "  # noqa: S608 - as above
    "JOIN prediction ON prediction.audio_id = audio.id "
    "JOIN model ON model.id = prediction.model_id "
    "WHERE audio.hash = ? AND span_start = ? AND span_end = ? AND model.digest = ? "
    "AND prediction.quick <= ?"
)
PROBLEM = (
    "SELECT problem, sentence FROM problem WHERE path = ? AND size = ? AND mtime_ns = ? "
    "AND inode = ? AND span_start = ? AND span_end = ? AND program = ?"
)
KEEP_AUDIO = "INSERT INTO audio (hash) VALUES (?) ON CONFLICT DO NOTHING"
KEEP_FILE = (
    "INSERT OR REPLACE INTO file (path, size, mtime_ns, inode, audio_id) "
    "SELECT ?, ?, ?, ?, id FROM audio WHERE hash = ?"
)
KEEP_MODEL = (
    "INSERT INTO model (digest, name, version, labels) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING"
)
_ALL_NEW = ", ".join(f"{column} = excluded.{column}" for column in PREDICTION_COLUMNS)
_AS_LATEST = "id = (SELECT max(id) + 1 FROM prediction)"  # the order of ids is that of answers
# A quick answer takes no thorough one's place.
KEEP_PREDICTION = (
    "INSERT INTO prediction (audio_id, model_id, span_start, span_end, "  # noqa: S608
    f"{', '.join(PREDICTION_COLUMNS)}) SELECT audio.id, model.id, ?, ?"
    f"{', ?' * len(PREDICTION_COLUMNS)} FROM audio, model "
    "WHERE audio.hash = ? AND model.digest = ? "
    "ON CONFLICT (audio_id, span_start, span_end, model_id) "
    f"DO UPDATE SET {_AS_LATEST}, {_ALL_NEW} WHERE excluded.quick <= prediction.quick"
)
ASK_AGAIN = (
    f"UPDATE prediction SET {_AS_LATEST} "  # noqa: S608 - as above
    "WHERE audio_id = (SELECT id FROM audio WHERE hash = ?) AND span_start = ? AND span_end = ? "
    "AND model_id = (SELECT id FROM model WHERE digest = ?)"
)
KEEP_PROBLEM = "INSERT OR REPLACE INTO problem VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
TAGS = (
    "SELECT tags FROM tags "
    "WHERE path = ? AND size = ? AND mtime_ns = ? AND inode = ? AND program = ?"
)
KEEP_TAGS = "INSERT OR REPLACE INTO tags VALUES (?, ?, ?, ?, ?, ?)"
FORGET_PROBLEM = "DELETE FROM problem WHERE path = ? AND span_start = ? AND span_end = ?"

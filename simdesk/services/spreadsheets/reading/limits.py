"""How much a file may hold before it is refused (reliability.md 4.11)."""

MB = 1_000_000

FOREIGN_PACKED, FOREIGN_UNPACKED = 50 * MB, 500 * MB
"""Bytes of a file of others, as it lies there and unpacked; the latter is counted while reading."""
OWN_PACKED, OWN_UNPACKED = 400 * MB, 3_000 * MB
"""The same of our own exports: they are read as a stream, whatever their size."""
PARTS = 200
DIRECTORY_BYTES = 1 * MB
"""The table of parts at the end of a file; 200 honest names are a fiftieth of it."""
SHARED_TEXT_BYTES = 64 * MB
MARK_BYTES = 64_000
"""A part of a few short properties, unpacked."""

ROWS, COLUMNS = 1_048_576, 16_384
"""Of a sheet, by its format."""

READER_BYTES = 330 * MB
"""What calamine may need of the child's 512 MB; larger sheets are streamed by openpyxl."""
BYTES_PER_PLACE, BYTES_PER_CELL, XML_PER_CELL = 32, 72, 60
"""Measured with calamine 0.9: a place between the first and the last cell of a sheet costs 32 bytes
whether it is blank or not, and a cell with a short text 72 more. Of a cell's XML, 60 bytes are not
its text."""
TEXTS_BYTES = 200 * MB
"""What shared texts may need, whoever reads them."""
CELLS, PLACES = 12_000_000, 60_000_000
"""Of a sheet: cells, and places between the first and the last of them."""
PACKED_PER_CELL = 0.5
"""Bytes of the packed file; a streamed sheet of a fleet has two or more for each of its cells, one
that was made to be slow has a tenth."""

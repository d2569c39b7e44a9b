"""What all tables share: the metadata with its naming convention, and the column types.

Moments are whole seconds of UTC since 1970, sizes KB, money minor units: all `Whole`.
"""

from sqlalchemy import BigInteger, Integer, MetaData

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

Whole = BigInteger().with_variant(Integer(), "sqlite")
"""64 bits everywhere; spelled INTEGER on SQLite, whose integers always have them."""

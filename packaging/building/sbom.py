"""The list of what is inside, for machines: a CycloneDX document of version 1.6, in JSON.

It tells no time and its number is made of its content, so the same parts make the same document.
"""

import json
import uuid
from collections.abc import Iterable
from typing import Any

from building.shipped import Part

_SPACE = uuid.UUID("8f4f2a6e-6b0a-5b1c-9d55-2f9c1f0e7a11")
"""Where the numbers of our documents are made; any would do, as long as it stays."""


def sbom(name: str, version: str, needs: Iterable[str], parts: Iterable[Part]) -> str:
    """The document for the program `name`, which itself needs the libraries `needs`."""
    listed = sorted(parts, key=lambda part: part.purl)
    places = {part.name: part.purl for part in listed}
    own = f"pkg:generic/{name}@{version}"
    document: dict[str, Any] = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": own,
                "name": name,
                "version": version,
                "purl": own,
                "licenses": [{"license": {"id": "MIT"}}],
            }
        },
        "components": [_component(part) for part in listed],
        "dependencies": [
            {"ref": own, "dependsOn": sorted(places[one] for one in needs)},
            *(
                {"ref": part.purl, "dependsOn": sorted(places[one] for one in part.needs)}
                for part in listed
            ),
        ],
    }
    number = uuid.uuid5(_SPACE, json.dumps(document, sort_keys=True))
    return json.dumps({**document, "serialNumber": f"urn:uuid:{number}"}, indent=2) + "\n"


def _component(part: Part) -> dict[str, Any]:
    told: dict[str, Any] = {
        "type": "library",
        "bom-ref": part.purl,
        "name": part.name,
        "version": part.version,
        "purl": part.purl,
    }
    if part.licence:
        told["licenses"] = [{"license": {"name": part.licence}}]
    if part.home:
        told["externalReferences"] = [{"type": "website", "url": part.home}]
    return told

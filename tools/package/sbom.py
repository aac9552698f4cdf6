"""The list of parts of a packaged program (SBOM) as CycloneDX 1.6 defines it."""

import json
import re
import sys
import uuid
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

from tools.package.archive import sha256_of
from tools.package.licences import licence_of, source_of
from tools.package.parts import BundledFile, Package, Parts, SystemPackage
from tools.package.release import Release
from tools.package.wheel_libraries import LIBRARY, origin_of

# Licences as CycloneDX takes them: an identifier or expression of SPDX, else a name.
_SPDX = re.compile(r"[A-Za-z0-9.+-]+(?: (?:AND|OR|WITH) [A-Za-z0-9.+-]+)*")


def write_sbom(target: Path, parts: Parts, release: Release) -> None:
    """Write the list of a release's parts."""
    target.write_text(
        json.dumps(sbom(parts, release), indent=1, ensure_ascii=False) + "\n",
        encoding="utf-8",
        newline="\n",
    )


def sbom(parts: Parts, release: Release) -> dict[str, Any]:
    """The list as a value for JSON; the same for the same parts and moment."""
    itself = {
        "type": "application",
        "bom-ref": "genre-desktop",
        "name": "genre-desktop",
        "version": release.version,
        "licenses": [{"expression": "GPL-3.0-or-later"}],
    }
    components = list(_components(parts))
    number = uuid.uuid5(uuid.NAMESPACE_OID, json.dumps([release.name, release.moment, components]))
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{number}",
        "version": 1,
        "metadata": {"timestamp": release.moment, "component": itself},
        "components": components,
        "dependencies": [
            {"ref": "genre-desktop", "dependsOn": [part["bom-ref"] for part in components]}
        ],
    }


def _components(parts: Parts) -> Iterator[dict[str, Any]]:
    version = ".".join(map(str, sys.version_info[:3]))
    yield {
        "type": "platform",
        "bom-ref": f"pkg:generic/python@{version}",
        "name": "python",
        "version": version,
        "licenses": [{"expression": "PSF-2.0"}],
        "purl": f"pkg:generic/python@{version}",
    }
    for name, package in sorted(parts.packages.items()):
        yield _of_package(name, package)
    for name, library in sorted(parts.libraries.items()):
        yield _of_library(name, library)


def _of_package(name: str, package: Package) -> dict[str, Any]:
    version = package.distribution.version
    purl = f"pkg:pypi/{name}@{version}"
    component = {
        "type": "library",
        "bom-ref": purl,
        "name": name,
        "version": version,
        "licenses": [_licence(licence_of(package.distribution))],
        "purl": purl,
    }
    source = source_of(package.distribution)
    if source.startswith("http"):
        component["externalReferences"] = [{"type": "vcs", "url": source}]
    inside = list(_native(purl, package.files, name))
    return component | ({"components": inside} if inside else {})


def _of_library(name: str, library: SystemPackage) -> dict[str, Any]:
    purl = f"pkg:deb/debian/{quote(name)}@{quote(library.version, safe='')}"
    component = {
        "type": "library",
        "bom-ref": purl,
        "name": name,
        "version": library.version,
        "purl": purl,
    }
    return component | {"components": list(_native(purl, library.files))}


def _native(
    parent: str, files: Iterable[BundledFile], package: str = ""
) -> Iterator[dict[str, Any]]:
    """The compiled libraries among some files, each with the hash of the file it was taken from."""
    for file in sorted(files, key=lambda each: each.place):
        matched = LIBRARY.match(file.source.name)
        if matched and not file.is_module:
            component = {
                "type": "library",
                "bom-ref": f"{parent}#{file.place}",
                "name": matched["name"],
                "hashes": [{"alg": "SHA-256", "content": sha256_of(file.source)}],
                "properties": [{"name": "file", "value": file.place}],
            }
            origin = origin_of(package, matched["name"])
            licences = {"licenses": [_licence(origin.licence)]} if origin else {}
            version = {"version": matched["version"]} if matched["version"] else {}
            yield component | licences | version


def _licence(words: str) -> dict[str, Any]:
    if _SPDX.fullmatch(words) and " " in words:
        return {"expression": words}
    if _SPDX.fullmatch(words) and "-" in words:
        return {"license": {"id": words}}
    return {"license": {"name": words}}

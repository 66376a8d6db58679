"""Judges front matters and settings by JSON Schemas, as the tools of editors do: one line of JSON for all cases.

The file that is named holds {"schemas": {kind: schema}, "cases": [{"kind": …, "yaml": …}]}. YAML is read by the rules of
version 1.2, in which a date is text; settings are TOML.
"""

import json
import sys
import tomllib

import jsonschema
from ruamel.yaml import YAML
from ruamel.yaml.constructor import SafeConstructor
from ruamel.yaml.error import YAMLError


class Plain(SafeConstructor):
    """Dates stay text."""


Plain.add_constructor(
    "tag:yaml.org,2002:timestamp", lambda loader, node: loader.construct_yaml_str(node)
)

with open(sys.argv[1], encoding="utf-8") as file:
    work = json.load(file)

validators = {}
for kind, schema in work["schemas"].items():
    jsonschema.Draft7Validator.check_schema(schema)
    validators[kind] = jsonschema.Draft7Validator(schema)

said = []
for case in work["cases"]:
    if case["kind"] == "book":
        value = tomllib.loads(case["yaml"])
    else:
        yaml = YAML(typ="safe", pure=True)
        yaml.Constructor = Plain
        try:
            value = yaml.load(case["yaml"])
        except YAMLError:
            # It is no YAML, so a schema has nothing to say of it.
            said.append(None)
            continue
    error = jsonschema.exceptions.best_match(validators[case["kind"]].iter_errors(value))
    said.append(error and f"{error.json_path}: {error.message}")
print(json.dumps(said))

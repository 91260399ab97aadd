"""Holds what a Jira answers, and what it was asked, against the schemas of Atlassian's OpenAPI document.

validate.py SCHEMAS ADDRESS USER TOKEN <BODIES

BODIES are lines: the end of a path, a tab, the JSON that was sent there. Prints the names of the schemas that held.
"""

import base64
import json
import sys
import urllib.error
import urllib.request

import jsonschema

schemas = {"components": json.load(open(sys.argv[1]))["components"]}
address, user, token = sys.argv[2:]
basic = "Basic " + base64.b64encode(f"{user}:{token}".encode()).decode()


def validate(value, name, many=False):
    schema = {"$ref": f"#/components/schemas/{name}"}
    jsonschema.Draft202012Validator({**schemas, **({"type": "array", "items": schema} if many else schema)}).validate(value)
    print(name)


def ask(path, body=None):
    request = urllib.request.Request(f"{address}/rest/api/3/{path}", json.dumps(body).encode() if body else None)
    request.add_header("Authorization", basic)
    request.add_header("Content-Type", "application/json")
    try:
        with urllib.request.urlopen(request) as reply:
            return json.load(reply)
    except urllib.error.HTTPError as error:
        return json.load(error)


query = {"jql": 'project = "SHOP"', "fields": ["*all"], "expand": "changelog", "maxResults": 2}
page = ask("search/jql", query)
key = page["issues"][0]["key"]
versions = ask("project/SHOP/versions")
validate(page, "SearchAndReconcileResults")
validate(ask("search/jql", {**query, "nextPageToken": page["nextPageToken"]}), "SearchAndReconcileResults")
validate(ask("search/jql", {"jql": 'fixVersion = "no such"'}), "ErrorCollection")
validate(ask("search/jql", {**query, "startAt": 0}), "ErrorCollection")
validate(ask("issue/bulkfetch", {"issueIdsOrKeys": [key, "SHOP-99999"]}), "BulkIssueResults")
validate(ask(f"issue/{key}"), "IssueBean")
validate(ask(f"issue/{key}/changelog"), "PageBeanChangelog")
validate(ask("issue/SHOP-99999"), "ErrorCollection")
validate(versions, "Version", many=True)
validate(ask(f"version/{versions[0]['id']}/relatedIssueCounts"), "VersionIssueCounts")
validate(ask("serverInfo"), "ServerInformation")
validate(ask("myself"), "User")
validate(ask("field"), "FieldDetails", many=True)

beans = {"search/jql": "SearchAndReconcileRequestBean", "issue/bulkfetch": "BulkFetchIssueRequestBean"}
for line in sys.stdin:
    end, body = line.rstrip("\n").split("\t", 1)
    validate(json.loads(body), beans[end])

"""Uses a Jira as the users of the client `jira` do, and prints what it saw as JSON.

client.py ADDRESS USER TOKEN PROJECT VERSION
"""

import json
import sys

from jira import JIRA

address, user, token, project, version = sys.argv[1:]
jira = JIRA(server=address, basic_auth=(user, token), max_retries=0)
found = jira.search_issues(
    f'project = "{project}" AND fixVersion = "{version}" ORDER BY key',
    maxResults=False, fields="summary,status,fixVersions")
known = {each.name: each for each in jira.project_versions(project)}
print(json.dumps({
    "deployment": jira.deploymentType,
    "somebody": jira.myself()["displayName"],
    "versions": sorted(known),
    "count": jira.version_count_related_issues(known[version].id)["issuesFixedCount"],
    "keys": [each.key for each in found],
    "statuses": sorted({each.fields.status.name for each in found}),
    "summary": jira.issue(found[0].key).fields.summary,
}))

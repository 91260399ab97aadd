"""Uses a forge as the users of clients that others wrote do, and prints what it saw as JSON.

client.py KIND ADDRESS TOKEN HEAD

KIND is github (PyGithub), github-models (githubkit, whose models hold what GitHub's description says), gitlab, gitea,
bitbucket-cloud or bitbucket-data-center. HEAD is the commit of pull request 12 of acme/web.
"""

import asyncio
import json
import sys

kind, address, token, head = sys.argv[1:]
branch, base = "release/2.4.0", "main"
# Seconds. Not all clients can be told, and those that can forget it: a busy machine is no fault of theirs or the server's.
PATIENCE = 600


def wait_patiently():
    import requests

    send = requests.Session.send
    requests.Session.send = lambda self, request, **options: send(self, request, **{**options, "timeout": PATIENCE})


def github():
    from github import Auth, Github

    server = Github(base_url=f"{address}/api/v3", auth=Auth.Token(token), retry=None)
    repository = server.get_repo("acme/web")
    found = list(repository.get_pulls(state="open", head=f"acme:{branch}", base=base))
    pull = repository.get_pull(found[0].number)
    made = pull.create_issue_comment("made")
    made.edit("edited")
    comments = list(pull.get_issue_comments())
    return {
        "numbers": [each.number for each in found], "head": pull.head.sha, "branch": pull.head.ref, "draft": pull.draft,
        "state": pull.state, "comments": len(comments), "last": comments[-1].body, "author": comments[-1].user.login,
        "reviews": [[each.user.login, each.state, each.commit_id] for each in pull.get_reviews()],
    }


def github_models():
    from githubkit import GitHub

    client = GitHub(token, base_url=f"{address}/api/v3/", auto_retry=False, http_cache=False)
    rest = client.rest("2022-11-28")
    where = {"owner": "acme", "repo": "web"}
    found = rest.pulls.list(**where, state="open", head=f"acme:{branch}", base=base).parsed_data
    pull = rest.pulls.get(**where, pull_number=found[0].number).parsed_data
    made = rest.issues.create_comment(**where, issue_number=pull.number, body="made").parsed_data
    rest.issues.update_comment(**where, comment_id=made.id, body="edited")
    comments = []
    for page in range(1, 100):
        comments += rest.issues.list_comments(**where, issue_number=pull.number, per_page=100, page=page).parsed_data
        if len(comments) < 100 * page:
            break
    reviews = rest.pulls.list_reviews(**where, pull_number=pull.number).parsed_data
    rest.repos.create_commit_status(**where, sha=head, state="failure", context="relscope", description="x").parsed_data
    rest.repos.get_branch_rules(**where, branch=base).parsed_data
    return {
        "numbers": [each.number for each in found], "head": pull.head.sha, "branch": pull.head.ref, "draft": pull.draft,
        "state": pull.state, "comments": len(comments), "last": comments[-1].body,
        "author": rest.users.get_authenticated().parsed_data.login,
        "reviews": [[each.user.login, each.state, each.commit_id] for each in reviews],
    }


def gitlab():
    from gitlab import Gitlab

    server = Gitlab(address, private_token=token, retry_transient_errors=False)
    server.auth()
    project = server.projects.get("acme/web")
    found = project.mergerequests.list(state="opened", source_branch=branch, target_branch=base, get_all=True)
    request = project.mergerequests.get(found[0].iid)
    made = request.notes.create({"body": "made"})
    made.body = "edited"
    made.save()
    notes = request.notes.list(sort="asc", order_by="created_at", get_all=True)
    status = server.http_post(f"/projects/{project.encoded_id}/statuses/{head}", post_data={"state": "failed", "name": "x"})
    assert status["status"] == "failed"
    return {
        "numbers": [each.iid for each in found], "head": request.sha, "branch": request.source_branch,
        "draft": request.draft, "state": request.state, "comments": len(notes), "last": notes[-1].body,
        "author": server.user.username,
        "reviews": [[each["user"]["username"], "APPROVED", None] for each in request.approvals.get().approved_by],
    }


def bitbucket_cloud():
    from atlassian.bitbucket import Cloud

    repository = Cloud(url=address, token=token).repositories.get("acme", "web")
    query = f'source.branch.name="{branch}" AND state="OPEN"'
    found = list(repository.pullrequests.each(q=query))
    pull = repository.pullrequests.get(found[0].id)
    pull.comment("made")
    list(pull.comments())[-1].update(content={"raw": "edited"})
    comments = list(pull.comments())
    states = {"approved": "APPROVED", "changes_requested": "CHANGES_REQUESTED", None: "COMMENTED"}
    return {
        "numbers": [each.id for each in found], "head": pull.source_commit, "branch": pull.source_branch,
        "draft": pull.get_data("draft"), "state": pull.get_data("state"), "comments": len(comments),
        "last": comments[-1].raw, "author": comments[-1].user.nickname,
        "reviews": [[each.user.nickname, states[each.get_data("state")], None] for each in pull.participants()],
    }


def bitbucket_data_center():
    from atlassian import Bitbucket

    server = Bitbucket(url=address, token=token, api_version="latest")
    found = list(server.get_pull_requests("ACME", "web", state="OPEN", order="newest", at=f"refs/heads/{base}"))
    pull = server.get_pull_request("ACME", "web", found[0]["id"])
    made = server.add_pull_request_comment("ACME", "web", pull["id"], "made")
    server.update_pull_request_comment("ACME", "web", pull["id"], made["id"], "edited", made["version"])
    activities = [each for each in server.get_pull_requests_activities("ACME", "web", pull["id"])]
    comments = [each["comment"] for each in activities if each["action"] == "COMMENTED"]
    return {
        "numbers": [each["id"] for each in found], "head": pull["fromRef"]["latestCommit"],
        "branch": pull["fromRef"]["displayId"], "draft": pull["draft"], "state": pull["state"],
        "comments": len(comments), "last": comments[0]["text"], "author": comments[0]["author"]["name"],
        "reviews": [[each["user"]["name"], each["status"], each["lastReviewedCommit"]] for each in pull["reviewers"]],
    }


async def gitea_async():
    from gitea_async import ApiClient, Configuration
    from gitea_async import api, models

    configuration = Configuration(host=f"{address}/api/v1")
    async with ApiClient(configuration, "Authorization", f"token {token}") as client:
        repositories, issues = api.RepositoryApi(client), api.IssueApi(client)
        found = await repositories.repo_list_pull_requests("acme", "web", base_branch=base, state="open")
        pull = await repositories.repo_get_pull_request("acme", "web", found[0].number)
        made = await issues.issue_create_comment("acme", "web", pull.number, models.CreateIssueCommentOption(body="made"))
        await issues.issue_edit_comment("acme", "web", made.id, models.EditIssueCommentOption(body="edited"))
        comments = await issues.issue_get_comments("acme", "web", pull.number)
        total = 0
        for page in range(1, 100):
            path = f"{address}/api/v1/repos/acme/web/issues/12/comments?limit=50&page={page}"
            async with client.rest_client.pool_manager.get(path, headers={"Authorization": f"token {token}"}) as reply:
                part = await reply.json()
            total += len(part)
            if not part:
                break
            last = part[-1]
        reviews = await repositories.repo_list_pull_reviews("acme", "web", pull.number)
        status = models.CreateStatusOption(state="failure", context="relscope", description="x")
        await repositories.repo_create_status("acme", "web", head, status)
        account = await api.UserApi(client).user_get_current()
        assert comments
        return {
            "numbers": [each.number for each in found], "head": pull.head.sha, "branch": pull.head.ref,
            "draft": pull.draft, "state": pull.state, "comments": total, "last": last["body"], "author": account.login,
            "reviews": [[each.user.login, each.state, each.commit_id] for each in reviews],
        }


uses = {
    "github": github, "github-models": github_models, "gitlab": gitlab, "bitbucket-cloud": bitbucket_cloud,
    "bitbucket-data-center": bitbucket_data_center, "gitea": lambda: asyncio.run(gitea_async()),
}
wait_patiently()
print(json.dumps(uses[kind]()))

#!/usr/bin/env bash
# The commands of ordinary days, each with its status; then what the repositories have. With and without hooks it has to say
# the same.
#
#   ordinary-day.sh FOLDER [RELSCOPE]
#
# FOLDER is empty; RELSCOPE is the program whose hooks are installed in every clone, and on the server.
set -u
cd "$1" || exit 70
relscope=${2:-}
# shellcheck disable=SC2046 # one name a word
unset $(git rev-parse --local-env-vars)
export HOME=$1 GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL=$1/gitconfig GIT_TERMINAL_PROMPT=0 GIT_EDITOR=true TZ=UTC LC_ALL=C.UTF-8
git config --global user.name 'Ines Duarte'
git config --global user.email ines@example.com
git config --global init.defaultBranch main
git config --global protocol.file.allow always
git config --global advice.detachedHead false
git config --global rerere.enabled false

number=0
clock=1780000000
# do_ WHAT COMMAND...: one command of the day.
do_() {
  local what=$1 status=0
  shift
  number=$((number + 1))
  clock=$((clock + 60))
  export GIT_AUTHOR_DATE="$clock +0000" GIT_COMMITTER_DATE="$clock +0000"
  "$@" >"$HOME/said" 2>&1 || status=$?
  printf '%d %s: %d\n' "$number" "$what" "$status"
  if [ -n "${SHOW:-}" ]; then cat "$HOME/said" >&2; fi
}
# work FILE: changes a file, and stages it.
work() {
  printf '%s\n' "$clock" >>"$1"
  git add -- "$1"
}
hooks() { if [ -n "$relscope" ]; then "$relscope" hooks install "$@" >/dev/null || echo "hooks are not installed: $*"; fi; }

# A server with a plan, and a clone of it.
git init -q seed
cd seed || exit 70
mkdir releases
cat >.relscope.yml <<'END'
base: main
projects: [SHOP]
manifest: releases/{version}.json
rules: {unsealed-manifest: off}
END
cat >releases/2.4.0.json <<'END'
{"schema": "relscope.manifest/1", "version": {"name": "2.4.0"}, "projects": ["SHOP"],
 "tickets": [{"key": "SHOP-1"}, {"key": "SHOP-2"}, {"key": "SHOP-3"}]}
END
seq 1 30 >cart
seq 1 30 >pay
git add -A
export GIT_AUTHOR_DATE="$clock +0000" GIT_COMMITTER_DATE="$clock +0000"
git commit -q -m 'SHOP-90 Plan 2.4.0'
cd ..
git clone -q --bare seed server.git
git clone -q --bare server.git fork.git
git clone -q server.git shop
git init -q library
(cd library && seq 3 >lib && git add lib && git commit -q -m 'SHOP-91 A library')
cd shop || exit 70
hooks
hooks --server --repo ../server.git

# Work on main.
work cart
do_ 'commit on main' git commit -m 'SHOP-4 Count from one'
do_ 'amend it' git commit --amend -m 'SHOP-4 Count from two'
do_ 'amend its date alone' git commit --amend --no-edit --reset-author
do_ 'empty commit' git commit --allow-empty -m 'SHOP-4 Build again'
work pay
do_ 'commit of one path' git commit -m 'SHOP-4 Pay' pay
do_ 'push main' git push origin main
do_ 'push nothing' git push origin main
do_ 'dry run of a push' git push --dry-run origin main
do_ 'fetch' git fetch origin
do_ 'pull' git pull
do_ 'pull with rebase' git pull --rebase

# A feature.
do_ 'switch to a feature' git switch -c feature/SHOP-5-cart
work cart
do_ 'commit without a key in the subject' git commit -m 'Add the cart' -m 'Ticket: SHOP-5'
work cart
do_ 'fixup' git commit --fixup HEAD
work cart
do_ 'another commit' git commit -m 'SHOP-5 Empty it'
do_ 'rebase with autosquash' git rebase -i --autosquash main
do_ 'reword by rebase' env GIT_SEQUENCE_EDITOR='sed -i s/^pick/reword/' git rebase -i main
do_ 'edit by rebase' env GIT_SEQUENCE_EDITOR='sed -i 1s/^pick/edit/' git rebase -i main
do_ 'go on' git rebase --continue
do_ 'begin a rebase' env GIT_SEQUENCE_EDITOR='sed -i 1s/^pick/edit/' git rebase -i main
do_ 'give it up' git rebase --abort
do_ 'push the feature' git push -u origin feature/SHOP-5-cart
do_ 'amend what was pushed' git commit --amend -m 'SHOP-5 Empty the cart'
do_ 'push it by force' git push --force-with-lease
work pay
do_ 'stash' git stash
do_ 'list stashes' git stash list
do_ 'pop it' git stash pop
do_ 'stash with a message' git stash push -m later
do_ 'apply it' git stash apply
do_ 'drop it' git stash drop
do_ 'throw the change away' git restore --staged --worktree .
do_ 'switch back' git switch main
do_ 'merge the feature' git merge --no-ff --no-edit feature/SHOP-5-cart
do_ 'undo the merge' git reset --hard HEAD~1
do_ 'merge it again' git merge --no-edit feature/SHOP-5-cart
do_ 'push main with it' git push origin main
do_ 'delete the feature' git branch -d feature/SHOP-5-cart
do_ 'delete it on the server' git push origin --delete feature/SHOP-5-cart

# A squash, a conflict, a revert, picks.
do_ 'another feature' git switch -c feature/SHOP-6-pay
work pay
do_ 'its commit' git commit -m 'SHOP-6 Pay by card'
work pay
do_ 'its next commit' git commit -m 'SHOP-6 Pay by wallet'
do_ 'to main' git switch main
do_ 'squash it' git merge --squash feature/SHOP-6-pay
do_ 'commit the squash' git commit -m 'SHOP-6 Pay by card and wallet'
do_ 'squash again' git merge --squash feature/SHOP-6-pay
do_ 'give the squash up' git reset --merge
do_ 'revert it' git revert --no-edit HEAD
do_ 'revert the revert' git revert --no-edit HEAD
do_ 'delete the branch by force' git branch -D feature/SHOP-6-pay
do_ 'a branch to conflict' git switch -c fix/SHOP-7-sum HEAD~2
sed -i '1s/.*/one/' cart
do_ 'its change' git commit -am 'SHOP-7 Say one'
do_ 'main changes too' git switch main
sed -i '1s/.*/uno/' cart
do_ 'the same line' git commit -am 'SHOP-8 Say uno'
do_ 'merge with a conflict' git merge fix/SHOP-7-sum
do_ 'give it up' git merge --abort
do_ 'merge again' git merge fix/SHOP-7-sum
git checkout -q --ours cart
git add cart
do_ 'end it by a commit' git commit --no-edit
do_ 'pick with a conflict' git cherry-pick fix/SHOP-7-sum
do_ 'skip it' git cherry-pick --skip
do_ 'push main' git push origin main

# A release on its way.
do_ 'cut the release' git switch -c release/2.4.0
work cart
do_ 'work of the release' git commit -m 'SHOP-1 Keep the cart'
do_ 'push the release' git push -u origin release/2.4.0
do_ 'a feature for it' git switch -c feature/SHOP-2-refund
work pay
do_ 'its commit' git commit -m 'SHOP-2 Refund'
do_ 'back' git switch release/2.4.0
do_ 'merge it' git merge --no-ff --no-edit feature/SHOP-2-refund
do_ 'push the release again' git push
do_ 'work for main meanwhile' git switch main
work read.me
do_ 'its commit' git commit -m 'SHOP-9 Read me'
do_ 'its push' git push
do_ 'main comes to the release' git switch release/2.4.0
do_ 'by a merge' git merge --no-edit main
do_ 'push it' git push
do_ 'a fix for both' git switch -c fix/SHOP-3-both main
work both
do_ 'its commit' git commit -m 'SHOP-3 Mend both'
do_ 'to the release' git switch release/2.4.0
do_ 'merge the fix' git merge --no-ff --no-edit fix/SHOP-3-both
do_ 'to main' git switch main
do_ 'pick it to main' git cherry-pick fix/SHOP-3-both
do_ 'push both' git push origin main release/2.4.0
do_ 'an unrelated tag' git tag nightly
do_ 'an annotated one' git tag -a -m 'Nightly' nightly-2
do_ 'push the tags' git push --tags
do_ 'delete one' git push origin :refs/tags/nightly

# The release is right, and is merged.
do_ 'merge the release' git merge --no-ff --no-edit release/2.4.0
do_ 'tag it' git tag -a -m 2.4.0 v2.4.0
do_ 'push main and the tag' git push origin main v2.4.0
do_ 'delete the release branch' git push origin --delete release/2.4.0

# Bisect, worktrees, submodules, patches, large files, forks, cleaning.
do_ 'bisect' git bisect start HEAD HEAD~3
do_ 'a bad one' git bisect bad
do_ 'end it' git bisect reset
do_ 'a worktree' git worktree add ../beside -b beside
(cd ../beside && work beside)
do_ 'a commit in it' git -C ../beside commit -m 'SHOP-10 Beside'
do_ 'push from it' git -C ../beside push origin beside
do_ 'merge it in the main one' git merge --no-edit beside
do_ 'remove it' git worktree remove --force ../beside
do_ 'a submodule' git submodule add ../library vendor
do_ 'commit it' git commit -m 'SHOP-11 Bring the library'
do_ 'update it' git submodule update --init --recursive
do_ 'its status' git submodule status
do_ 'write patches' git format-patch -1 -o ../patches HEAD~1
do_ 'go back by one' git reset --hard HEAD~2
do_ 'apply a patch' git am ../patches/0001-SHOP-10-Beside.patch
do_ 'go on without it' git reset --hard origin/main
printf '*.bin filter=large\n' >.gitattributes
git config filter.large.clean 'git hash-object --stdin'
git config filter.large.smudge cat
git add .gitattributes
do_ 'track large files' git commit -m 'SHOP-12 Track large files'
head -c 100000 /dev/zero >large.bin
git add large.bin
do_ 'add one' git commit -m 'SHOP-12 Add one'
do_ 'push them' git push origin main
git remote add fork ../fork.git
do_ 'bring the fork up to date' git push fork main
do_ 'fetch the fork' git fetch fork
do_ 'push every branch to the fork' git push fork --all
do_ 'a note' git notes add -m 'Looked at' HEAD
do_ 'rename a branch' git branch -m beside aside
do_ 'move a branch' git branch -f aside HEAD~1
do_ 'set its upstream' git branch --set-upstream-to=origin/main aside
do_ 'collect garbage' git gc --quiet
do_ 'a detached look at the past' git switch --detach HEAD~2
do_ 'a commit there' git commit --allow-empty -m 'Try something'
do_ 'back to main' git switch main
do_ 'a hot fix' git switch -c fix/SHOP-13-total
work cart
do_ 'its commit' git commit -m 'SHOP-13 Hot fix'
do_ 'to main' git switch main
do_ 'fast-forward to it' git merge --ff-only fix/SHOP-13-total
do_ 'push it' git push
do_ 'show what happened' git log --oneline -5
do_ 'check the store' git fsck --no-dangling

# What all of it has led to.
git for-each-ref --format='%(refname) %(objectname)'
git status --porcelain --branch
git -C ../server.git for-each-ref --format='server %(refname) %(objectname)'
git -C ../fork.git for-each-ref --format='fork %(refname) %(objectname)'

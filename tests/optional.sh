# tests/optional.sh   sourced by scripts that need what may be missing, with their arguments: [--required] and one more
#
# Leaves $required (1 or 0), the other argument in $given, and $skipped, which `skip` sets. In a script that sets something up, after
# `in_folder NAME`, $folder is where, and `python_packages` fills its venv.
required=0
given=
for argument; do
  case $argument in
    --required) required=1 ;;
    *) given=$argument ;;
  esac
done

skipped=0
skip() {
  printf 'SKIPPED: %s\n' "$1"
  skipped=1
}

# in_folder NAME: the folder given, or NAME in Cargo's target folder, for a script that has gone into its own. Cargo's folder is
# relative to the repository, one named to where the command is given.
in_folder() {
  folder=$given
  [ -n "$folder" ] || folder=$(cd ../.. && realpath -m "${CARGO_TARGET_DIR:-target}")/$1
  case $folder in /*) ;; *) folder=$OLDPWD/$folder ;; esac
}

# done_already STAMP FILE...: whether what the files ask for is what was installed.
done_already() {
  local stamp=$1
  shift
  [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$(cat "$@" | cksum)" ]
}

# python_packages WHAT [MODULE]: installs requirements.txt into $folder/venv; a module that is named can be imported then.
python_packages() {
  local what=$1 module=${2:-sys} log=$folder/venv.log
  done_already "$folder/venv/done" requirements.txt && return
  command -v python3 >/dev/null || { skip "$what: there is no python3" && return; }
  rm -rf "$folder/venv"
  python3 -m venv "$folder/venv" >"$log" 2>&1 || { skip "$what: python3 has no venv with pip ($log)" && return; }
  # -I: a file of the folder that is called as a module is not that module.
  if ! "$folder/venv/bin/python" -I -m pip install --quiet --disable-pip-version-check --no-deps --retries 1 \
    -r requirements.txt >"$log" 2>&1 || ! "$folder/venv/bin/python" -I -c "import $module" 2>>"$log"; then
    skip "$what: $(tail -n 1 "$log")"
    return
  fi
  cksum <requirements.txt >"$folder/venv/done"
}

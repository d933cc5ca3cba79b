#!/bin/bash
# Installs plv8_libnode (LANGUAGE plv8 on the V8 of Debian's libnode) into a PostgreSQL of this machine.
# Takes what is missing from Debian; libnode108, its headers and the server's headers are unpacked privately,
# so that `node`, PATH, dpkg's records and the linker's configuration stay as they are.
set -euo pipefail

usage() {
  cat <<'TEXT'
usage: install.sh [--check | --uninstall | --sanitized FOLDER | --help]

  (nothing)     install, or bring up to date; a second run does nothing within half a second
  --check       exit 0 if installed and current, 1 (with the reason) if not; changes nothing
  --uninstall   remove the files and the cache; `drop extension plv8_libnode` in the databases comes first
  --sanitized   build the library with checks of undefined behaviour and the stand-alone program with
                AddressSanitizer into FOLDER, for npm run fuzz:language; installs nothing

Environment: PG_CONFIG picks the PostgreSQL installation (default: version 15, else the newest one),
PLV8_LIBNODE_CACHE the folder of unpacked packages (default /var/cache/plv8_libnode).
Run it as root. Servers that run already take the new version after a restart.
TEXT
}

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$here"
cache=${PLV8_LIBNODE_CACHE:-/var/cache/plv8_libnode}
sources=(Makefile plv8_libnode.control plv8_libnode--1.0.sql src/*.cpp src/*.h)
sanitized_sources=(standalone/*.cpp standalone/*.h)
build_packages=(g++ make)
run_packages=(libc-ares2 libuv1 libnghttp2-14 libicu72 libbrotli1 libssl3 zlib1g libstdc++6)
step='starting'
temporary=()

say() { printf 'plv8_libnode: %s\n' "$*"; }
fail() { # reason, remedy
  printf 'plv8_libnode: failed while %s\n  reason: %s\n  remedy: %s\n' "$step" "$1" "$2" >&2
  exit 1
}
cleanup() { [ ${#temporary[@]} -eq 0 ] || rm -rf "${temporary[@]}"; }
trap cleanup EXIT
trap 'fail "a command failed (line $LINENO)" "see its message above"' ERR

quietly() { # runs a slow command, shows its output only if it fails
  local log status=0
  log=$(mktemp)
  "$@" >"$log" 2>&1 || status=$?
  [ $status -eq 0 ] || tail -n 25 "$log" >&2
  rm -f "$log"
  return $status
}

# Prints those of the named packages that dpkg does not have.
missing_of() {
  dpkg-query -W -f='${Package} ${db:Status-Status}\n' "$@" 2>/dev/null |
    awk 'BEGIN { for (i = 1; i < ARGC; i++) wanted[ARGV[i]]; ARGC = 1 } $2 == "installed" { delete wanted[$1] }
         END { for (name in wanted) print name }' "$@"
}

find_pg_config() {
  local found
  if [ -n "${PG_CONFIG:-}" ]; then echo "$PG_CONFIG"; return; fi
  for found in /usr/lib/postgresql/15/bin/pg_config $(ls -d /usr/lib/postgresql/*/bin/pg_config 2>/dev/null | sort -rV); do
    [ -x "$found" ] && { echo "$found"; return; }
  done
  return 0
}

locate_server() {
  pg_config=$(find_pg_config)
  [ -x "$pg_config" ] || return 1
  major=$("$pg_config" --version | sed -E 's/^PostgreSQL ([0-9]+).*/\1/')
  library=$("$pg_config" --pkglibdir)
  extension=$("$pg_config" --sharedir)/extension
  stamp=$library/plv8_libnode/stamp
  server_version=$("$pg_config" --version)
}

candidate_of() { LC_ALL=C apt-cache policy "$1" 2>/dev/null | awk '$1 == "Candidate:" { print $2 }'; }

# The newest libnode that apt knows of: a private copy gets no unattended upgrade, so every run compares. Reading
# apt's lists takes a second; the answer is remembered until the lists change.
libnode_candidate() {
  local lists known_lists known=''
  lists=$(ls -lL --time-style=+%s.%N /var/lib/apt/lists /etc/apt /etc/apt/*.d 2>/dev/null | sha256sum | cut -d' ' -f1)
  if [ -f "$stamp.apt" ]; then { read -r known_lists; read -r known; } <"$stamp.apt"; fi
  if [ "${known_lists:-}" != "$lists" ]; then
    known=$(candidate_of libnode108)
    if [ -w "${stamp%/*}" ] && [ -n "$known" ]; then
      printf '%s\n%s\n' "$lists" "$known" >"$stamp.apt.$$" && mv -fT "$stamp.apt.$$" "$stamp.apt"
    fi
  fi
  echo "$known"
}

fingerprint() { # $1: version of libnode
  (cd "$here" && { cat "${sources[@]}" install.sh; echo "$server_version $1"; } | sha256sum | cut -d' ' -f1)
}

reason_to_install() {
  local candidate newest missing
  [ -f "$stamp" ] || { echo 'it is not installed'; return; }
  { read -r have_fingerprint; read -r have_libnode; } <"$stamp"
  candidate=$(libnode_candidate)
  case $candidate in '' | '(none)') candidate=$have_libnode ;; esac
  newest=$candidate
  dpkg --compare-versions "$candidate" ge "$have_libnode" || newest=$have_libnode
  [ "$newest" = "$have_libnode" ] || { echo "libnode $newest is newer than the installed $have_libnode"; return; }
  [ "$(fingerprint "$have_libnode")" = "$have_fingerprint" ] || { echo 'its sources or the server have changed'; return; }
  for file in "$library/plv8_libnode.so" "$library/plv8_libnode/libnode.so.108" "$extension/plv8_libnode.control" \
    "$extension/plv8_libnode--1.0.sql"; do
    [ -f "$file" ] || { echo "$file is missing"; return; }
  done
  missing=$(missing_of "${run_packages[@]}")
  [ -z "$missing" ] || echo "Debian's package" $missing 'is missing'
}

check() {
  locate_server || { say 'no PostgreSQL found'; return 1; }
  local reason
  reason=$(reason_to_install)
  [ -z "$reason" ] || { say "$reason"; return 1; }
}

apt_update_once() {
  [ -z "${apt_updated:-}" ] || return 0
  say 'refreshing the package lists'
  quietly apt-get update || fail 'apt-get update failed' 'check the network and /etc/apt/sources.list'
  apt_updated=1
}

install_packages() {
  local missing
  mapfile -t missing < <(missing_of "$@")
  [ ${#missing[@]} -gt 0 ] || return 0
  step="installing ${missing[*]}"
  say "$step from Debian"
  local command=(env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}")
  "${command[@]}" >/dev/null 2>&1 || { apt_update_once; quietly "${command[@]}"; } ||
    fail "apt-get could not install ${missing[*]}" 'run apt-get install with these names and read its message'
}

install_server() { # Debian's package must not start a cluster of its own
  local off=/etc/postgresql-common/createcluster.d/plv8_libnode.conf
  mkdir -p "${off%/*}"
  temporary+=("$off")
  echo 'create_main_cluster = false' >"$off"
  install_packages postgresql-15
  rm -f "$off"
}

# Unpacks a package below the cache, once for each version; never through dpkg's records.
unpack() { # name, version or nothing
  local name=$1 version=$2 folder parts
  folder=$cache/$name-$version
  if [ ! -d "$folder" ]; then
    step="fetching $name $version"
    say "$step"
    parts=$(mktemp -d "$cache/.unpack.XXXXXX")
    temporary+=("$parts")
    (cd "$parts" && { quietly apt-get -o APT::Sandbox::User=root download "$name=$version" ||
      { apt_update_once && quietly apt-get -o APT::Sandbox::User=root download "$name=$version"; }; }) ||
      fail "apt-get could not download $name $version" 'check the network and /etc/apt/sources.list'
    mkdir "$parts/root"
    dpkg-deb -x "$parts"/*.deb "$parts/root"
    mv -T "$parts/root" "$folder" 2>/dev/null || [ -d "$folder" ]
  fi
  unpacked=$folder
}

server_headers() {
  include=$("$pg_config" --includedir-server)
  [ ! -f "$include/postgres.h" ] || return 0
  local package=postgresql-server-dev-$major version
  version=$(dpkg-query -W -f='${Version}' "postgresql-$major" 2>/dev/null || true)
  LC_ALL=C apt-cache madison "$package" 2>/dev/null | awk -F' *[|] *' '{ print $2 }' | grep -qxF "$version" ||
    version=$(candidate_of "$package")
  unpack "$package" "$version"
  include=$unpacked/usr/include/postgresql/$major/server
  [ -f "$include/postgres.h" ] || fail "$package has no postgres.h" "install $package with apt-get"
}

place() { # source, destination: readers see the old file or the new one, never half of it
  local new
  new=$(mktemp "$2.XXXXXX")
  temporary+=("$new")
  install -m "${3:-644}" "$1" "$new"
  mv -fT "$new" "$2"
}

# Leaves the sources in $root/build, libnode and its headers in $root/libnode, $candidate and $include.
prepare_build() {
  install_packages "${build_packages[@]}" "${run_packages[@]}"
  candidate=$(libnode_candidate)
  case $candidate in '' | '(none)') apt_update_once; candidate=$(libnode_candidate) ;; esac
  case $candidate in '' | '(none)') step='looking for libnode108'; fail 'apt knows no package libnode108' 'this needs Debian 12 (bookworm)' ;; esac
  mkdir -p "$cache"
  server_headers
  root=$(mktemp -d "$cache/.build.XXXXXX")
  temporary+=("$root")
  mkdir "$root/libnode" "$root/build"
  for package in libnode108 libnode-dev; do
    unpack "$package" "$candidate"
    cp -a --reflink=auto "$unpacked/usr" "$root/libnode/" # both into one tree
  done
  (cd "$here" && cp --parents "${sources[@]}" "${sanitized_sources[@]}" "$root/build/")
}

compile() { # arguments of make
  step='compiling'
  say "compiling${1:+ $*}"
  quietly make -s -C "$root/build" -j"$(nproc)" PG_CONFIG="$pg_config" LIBNODE="$root/libnode" includedir_server="$include" "$@" ||
    fail 'the compiler reported errors' 'see the messages above'
}

install_extension() {
  local root include candidate libnode
  prepare_build
  libnode=$(echo "$root"/libnode/usr/lib/*/libnode.so.108)
  compile

  step="installing into $library"
  mkdir -p "$library/plv8_libnode" "$extension"
  place "$libnode" "$library/plv8_libnode/libnode.so.108"
  place "$root/build/plv8_libnode.so" "$library/plv8_libnode.so" 755
  place "$root/build/plv8_libnode--1.0.sql" "$extension/plv8_libnode--1.0.sql"
  place "$root/build/plv8_libnode.control" "$extension/plv8_libnode.control"
  printf '%s\n%s\n' "$(fingerprint "$candidate")" "$candidate" >"$root/stamp"
  place "$root/stamp" "$stamp"
  find "$cache" -maxdepth 1 -name 'libnode*' ! -name "*-$candidate" -exec rm -rf {} + # older versions
  say "installed for PostgreSQL $major with libnode $candidate"
}

build_sanitized() { # folder
  local root include candidate mark
  mark=$(cat "${sanitized_sources[@]}" <(fingerprint '') | sha256sum)
  [ "$(cat "$1/mark" 2>/dev/null)" != "$mark" ] || return 0
  prepare_build
  compile SANITIZE=undefined
  compile standalone/standalone
  step="filling $1"
  mkdir -p "$1/plv8_libnode"
  place "$(echo "$root"/libnode/usr/lib/*/libnode.so.108)" "$1/plv8_libnode/libnode.so.108"
  place "$root/build/plv8_libnode.so" "$1/plv8_libnode.so" 755
  place "$root/build/standalone/standalone" "$1/standalone" 755
  echo "$mark" >"$1/mark"
  say "built in $1"
}

uninstall() {
  locate_server || return 0
  rm -rf "$library/plv8_libnode.so" "$library/plv8_libnode" "$extension"/plv8_libnode--*.sql \
    "$extension/plv8_libnode.control" "$cache"
  say 'removed'
}

require_root() {
  step='starting'
  [ "$(id -u)" = 0 ] || fail 'it writes below /usr/lib/postgresql' "run: sudo $0 $*"
}

cd "$here"
case ${1:-} in
  --help | -h) usage ;;
  --check) check || exit 1 ;;
  --uninstall) require_root "$1"; uninstall ;;
  --sanitized)
    [ -n "${2:-}" ] || { usage >&2; exit 2; }
    locate_server || fail 'there is no PostgreSQL' 'run npm run setup'
    require_root "$@"
    exec 9>/run/lock/plv8_libnode.lock
    flock 9
    build_sanitized "$2"
    ;;
  '')
    if check >/dev/null; then exit 0; fi
    require_root
    exec 9>/run/lock/plv8_libnode.lock
    flock 9
    if check >/dev/null; then exit 0; fi # another run was faster
    [ -n "$(find_pg_config)" ] || install_server
    locate_server || fail "there is no ${pg_config:-pg_config}" 'set PG_CONFIG to the pg_config of your PostgreSQL'
    install_extension
    ;;
  *) usage >&2; exit 2 ;;
esac

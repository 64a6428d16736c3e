#!/bin/sh
# Publishes nacos-config/<group>/<data id> to Nacos. What is there already stays: ops may have changed it.
# With GOMALL_NACOS_USERNAME it logs in first; the user "nacos" is made with that password if Nacos has no user yet.
set -eu
nacos="http://nacos:8848/nacos"
token=""
if [ -n "${GOMALL_NACOS_USERNAME:-}" ]; then
  curl -s -o /dev/null "$nacos/v3/auth/user/admin" --data-urlencode "password=$GOMALL_NACOS_PASSWORD" || true
  for attempt in 1 2 3 4 5 6 7 8 9 10; do
    token=$(curl -s "$nacos/v3/auth/user/login" --data-urlencode "username=$GOMALL_NACOS_USERNAME" \
      --data-urlencode "password=$GOMALL_NACOS_PASSWORD" | sed -n 's/.*"accessToken":"\([^"]*\)".*/\1/p')
    [ -n "$token" ] && break
    sleep 3
  done
  [ -n "$token" ] || { echo "Nacos does not let $GOMALL_NACOS_USERNAME in" >&2; exit 1; }
fi
cd /nacos-config
for file in */*; do
  group=${file%%/*}
  data_id=${file#*/}
  case "$data_id" in
    *.json) type=json ;;
    *.properties) type=properties ;;
    *) type=text ;;
  esac
  if curl -sf -o /dev/null "$nacos/v1/cs/configs?group=$group&dataId=$data_id&accessToken=$token"; then
    echo "kept      $group/$data_id"
  else
    curl -sf -o /dev/null --retry 5 --retry-all-errors "$nacos/v1/cs/configs" \
      --data-urlencode "group=$group" --data-urlencode "dataId=$data_id" --data-urlencode "type=$type" \
      --data-urlencode "accessToken=$token" --data-urlencode "content@$file"
    echo "published $group/$data_id"
  fi
done

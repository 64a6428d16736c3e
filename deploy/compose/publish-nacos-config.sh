#!/bin/sh
# Publishes nacos-config/<group>/<data id> to Nacos. What is there already stays: ops may have changed it.
set -eu
nacos="http://nacos:8848/nacos"
cd /nacos-config
for file in */*; do
  group=${file%%/*}
  data_id=${file#*/}
  case "$data_id" in
    *.json) type=json ;;
    *.properties) type=properties ;;
    *) type=text ;;
  esac
  if curl -sf -o /dev/null "$nacos/v1/cs/configs?group=$group&dataId=$data_id"; then
    echo "kept      $group/$data_id"
  else
    curl -sf -o /dev/null --retry 5 --retry-all-errors "$nacos/v1/cs/configs" \
      --data-urlencode "group=$group" --data-urlencode "dataId=$data_id" --data-urlencode "type=$type" \
      --data-urlencode "content@$file"
    echo "published $group/$data_id"
  fi
done

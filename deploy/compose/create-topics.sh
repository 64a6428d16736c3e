#!/bin/sh
# Creates the topics before the applications start: a consumer that subscribes to a missing topic finds out late.
set -eu
for topic in gomall-user gomall-product gomall-stock gomall-order gomall-payment gomall-audit gomall-timer; do
  until ./mqadmin updateTopic -n rocketmq-namesrv:9876 -c DefaultCluster -t "$topic" -r 4 -w 4; do
    echo "waiting for the broker to take topic $topic"
    sleep 2
  done
done

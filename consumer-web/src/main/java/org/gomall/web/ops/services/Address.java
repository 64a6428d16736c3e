package org.gomall.web.ops.services;

import com.alibaba.nacos.api.naming.pojo.Instance;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Host and port of an instance in the usual form; Dubbo writes 127.0.0.1 as one decimal number into Nacos. */
final class Address {

    private Address() {}

    static String of(Instance instance) {
        return host(instance) + ":" + instance.getPort();
    }

    static String host(Instance instance) {
        String ip = instance.getIp();
        if (!ip.matches("\\d{1,10}")) {
            return ip;
        }
        try {
            int number = (int) Long.parseLong(ip);
            byte[] bytes = {(byte) (number >> 24), (byte) (number >> 16), (byte) (number >> 8), (byte) number};
            return InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException e) {
            return ip;
        }
    }
}

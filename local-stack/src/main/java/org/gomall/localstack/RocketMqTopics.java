package org.gomall.localstack;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Creates topics by speaking two commands of RocketMQ's remoting protocol (a length, the length of a JSON header, the
 * header), which saves the launcher the whole RocketMQ client.
 */
final class RocketMqTopics {

    private static final int CREATE_TOPIC = 17;
    private static final int ROUTE_OF_TOPIC = 105;
    private static final int SUCCESS = 0;
    private static final Pattern CODE = Pattern.compile("\"code\":(-?\\d+)");

    private final Address broker;
    private final Address nameServer;

    RocketMqTopics(Address broker, Address nameServer) {
        this.broker = broker;
        this.nameServer = nameServer;
    }

    /** Creates the topic with four queues; harmless when it exists. */
    void create(String topic) throws IOException {
        Map<String, String> fields = new TreeMap<>(Map.of(
                "topic", topic,
                "defaultTopic", "TBW102",
                "readQueueNums", "4",
                "writeQueueNums", "4",
                "perm", "6",
                "topicFilterType", "SINGLE_TAG",
                "topicSysFlag", "0",
                "order", "false"));
        int code = call(broker, CREATE_TOPIC, fields);
        if (code != SUCCESS) {
            throw new IOException("the broker refused to create the topic " + topic + " (code " + code + ")");
        }
    }

    /** Waits until the name server can tell clients where the topic is. */
    void awaitRoute(String topic, Duration within) throws IOException, InterruptedException {
        long end = System.nanoTime() + within.toNanos();
        while (call(nameServer, ROUTE_OF_TOPIC, Map.of("topic", topic)) != SUCCESS) {
            if (System.nanoTime() > end) {
                throw new IOException("the name server does not know the topic " + topic);
            }
            Thread.sleep(200);
        }
    }

    private static int call(Address server, int code, Map<String, String> fields) throws IOException {
        String extension = fields.entrySet().stream()
                .map(field -> "\"" + field.getKey() + "\":\"" + field.getValue() + "\"")
                .collect(Collectors.joining(","));
        byte[] header = ("{\"code\":" + code + ",\"language\":\"JAVA\",\"version\":0,\"opaque\":1,\"flag\":0,"
                        + "\"serializeTypeCurrentRPC\":\"JSON\",\"extFields\":{" + extension + "}}")
                .getBytes(StandardCharsets.UTF_8);
        try (Socket socket = Probes.connect(server.port())) {
            DataOutputStream request = new DataOutputStream(socket.getOutputStream());
            request.writeInt(4 + header.length);
            request.writeInt(header.length);
            request.write(header);
            request.flush();
            DataInputStream answer = new DataInputStream(socket.getInputStream());
            byte[] frame = new byte[answer.readInt()];
            answer.readFully(frame);
            int headerLength = (frame[1] & 0xff) << 16 | (frame[2] & 0xff) << 8 | (frame[3] & 0xff);
            Matcher matcher = CODE.matcher(new String(frame, 4, headerLength, StandardCharsets.UTF_8));
            if (!matcher.find()) {
                throw new IOException("an answer without a code came from " + server);
            }
            return Integer.parseInt(matcher.group(1));
        }
    }
}

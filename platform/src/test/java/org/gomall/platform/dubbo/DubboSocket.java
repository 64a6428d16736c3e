package org.gomall.platform.dubbo;

import com.alibaba.com.caucho.hessian.io.Hessian2Input;
import com.alibaba.com.caucho.hessian.io.Hessian2Output;
import com.alibaba.com.caucho.hessian.io.SerializerFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Speaks the Dubbo protocol by hand, as an attacker would: no filters, no class check, any bytes. */
final class DubboSocket implements AutoCloseable {

    private static final int MAGIC = 0xdabb;
    private static final int TWO_WAY_REQUEST_IN_HESSIAN2 = 0xc2;
    private static final int PATIENCE_MILLIS = 10_000;
    private static final int PATIENCE_FOR_LINES_MILLIS = 1_000;

    private final Socket socket;
    private long requests;

    DubboSocket(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    /** Sends a call and returns the raw bytes of the answer as text. */
    String call(
            String service,
            String version,
            String method,
            String parameters,
            Object[] arguments,
            Map<String, Object> attachments)
            throws IOException {
        byte[] body = body(service, version, method, parameters, arguments, attachments);
        DataOutputStream out = new DataOutputStream(socket.getOutputStream());
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        DataOutputStream head = new DataOutputStream(frame);
        head.writeShort(MAGIC);
        head.writeByte(TWO_WAY_REQUEST_IN_HESSIAN2);
        head.writeByte(0);
        head.writeLong(++requests);
        head.writeInt(body.length);
        head.write(body);
        out.write(frame.toByteArray());
        out.flush();
        return answer();
    }

    private String answer() throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        in.readFully(new byte[12]);
        byte[] body = new byte[in.readInt()];
        in.readFully(body);
        return new String(body, StandardCharsets.ISO_8859_1);
    }

    /** Sends a line as to a telnet server and returns what comes back first, or nothing when nobody answers. */
    String line(String text) throws IOException {
        socket.setSoTimeout(PATIENCE_FOR_LINES_MILLIS);
        socket.getOutputStream().write((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        byte[] answer = new byte[4096];
        try {
            int length = socket.getInputStream().read(answer);
            return length < 0 ? "" : new String(answer, 0, length, StandardCharsets.ISO_8859_1);
        } catch (SocketTimeoutException silence) {
            return "";
        }
    }

    static byte[] body(
            String service,
            String version,
            String method,
            String parameters,
            Object[] arguments,
            Map<String, Object> attachments)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Hessian2Output out = new Hessian2Output(bytes);
        out.setSerializerFactory(anything());
        out.writeString("2.0.2");
        out.writeString(service);
        out.writeString(version);
        out.writeString(method);
        out.writeString(parameters);
        for (Object argument : arguments) {
            out.writeObject(argument);
        }
        out.writeObject(attachments);
        out.flush();
        return bytes.toByteArray();
    }

    /** Reads the first object behind {@code strings} strings, as a reader would that checks nothing. */
    static Object readCarelessly(byte[] body, int strings) throws IOException {
        Hessian2Input in = new Hessian2Input(new ByteArrayInputStream(body));
        in.setSerializerFactory(anything());
        for (int i = 0; i < strings; i++) {
            in.readString();
        }
        return in.readObject();
    }

    private static SerializerFactory anything() {
        SerializerFactory factory = new SerializerFactory(DubboSocket.class.getClassLoader());
        factory.setAllowNonSerializable(true);
        return factory;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

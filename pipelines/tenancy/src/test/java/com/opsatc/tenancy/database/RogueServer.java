package com.opsatc.tenancy.database;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A program in the database's place that speaks PostgreSQL's protocol, knows no password, and wants to be believed. */
public final class RogueServer implements AutoCloseable {
    private static final int SSL_REQUEST = 80877103;
    private static final int GSS_REQUEST = 80877104;
    private static final String SIGNATURE = "v=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    private final ServerSocket socket;
    private final Manner manner;
    private final List<String> heard = new CopyOnWriteArrayList<>();

    /** How it wants to be believed. */
    public enum Manner {
        TRUST("it lets in without a password"),
        CLEAR_TEXT("it asks for the password in clear"),
        MD5("it asks for the password by MD5"),
        KERBEROS("it logs in by another way than scram-sha-256"),
        ENCRYPTION("it does not log in as PostgreSQL does"),
        OK_AFTER_FIRST_ANSWER("it lets in without proving that it knows the password"),
        OK_WITHOUT_PROOF("it lets in without proving that it knows the password"),
        PROOF_BEFORE_QUESTION("it logs in by another way than scram-sha-256"),
        WRONG_PROOF("it does not prove that it knows the password");

        private final String refusal;

        Manner(String refusal) {
            this.refusal = refusal;
        }

        /** Why it is not believed. */
        public String refusal() {
            return refusal;
        }
    }

    public RogueServer(Manner manner) {
        this(manner, 0);
    }

    /** @param port 0 for any free one */
    public RogueServer(Manner manner, int port) {
        try {
            this.socket = new ServerSocket(port, 5, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.manner = manner;
        Thread server = new Thread(this::serve, "rogue");
        server.setDaemon(true);
        server.start();
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** All that was said to it after the client's first message, message by message, as Latin-1. */
    public List<String> heard() {
        return heard;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                heard.add("connection");
                converse(new DataInputStream(client.getInputStream()), new DataOutputStream(client.getOutputStream()));
            } catch (IOException e) {
                continue; // the client went away, or the test ended
            }
        }
    }

    private void converse(DataInputStream in, DataOutputStream out) throws IOException {
        while (true) {
            int length = in.readInt();
            int kind = in.readInt();
            in.readFully(new byte[length - 8]);
            if (kind != SSL_REQUEST && kind != GSS_REQUEST) {
                break;
            }

            heard.add("asked for encryption");
            out.writeByte('N');
        }

        switch (manner) {
            case TRUST -> letIn(out);
            case CLEAR_TEXT -> authentication(out, 3, "");
            case MD5 -> authentication(out, 5, "salt");
            case KERBEROS -> authentication(out, 7, "");
            case ENCRYPTION -> out.writeByte('S');
            case PROOF_BEFORE_QUESTION -> {
                authentication(out, 10, "SCRAM-SHA-256\0\0");
                message(in);
                authentication(out, 12, SIGNATURE);
                letIn(out);
            }
            default -> exchange(in, out);
        }
        out.flush();
        while (true) {
            message(in);
        }
    }

    private void exchange(DataInputStream in, DataOutputStream out) throws IOException {
        authentication(out, 10, "SCRAM-SHA-256\0\0");
        String first = message(in);
        if (manner != Manner.OK_AFTER_FIRST_ANSWER) {
            String nonce = first.substring(first.indexOf(",r=") + 3);
            authentication(out, 11, "r=" + nonce + "rogue,s=c2FsdHNhbHRzYWx0c2FsdA==,i=4096");
            message(in);
        }
        if (manner == Manner.WRONG_PROOF) {
            authentication(out, 12, SIGNATURE);
        }
        letIn(out);
    }

    private static void letIn(DataOutputStream out) throws IOException {
        authentication(out, 0, "");
        out.writeByte('Z');
        out.writeInt(5);
        out.writeByte('I');
    }

    private static void authentication(DataOutputStream out, int code, String body) throws IOException {
        out.writeByte('R');
        out.writeInt(8 + body.length());
        out.writeInt(code);
        out.write(body.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private String message(DataInputStream in) throws IOException {
        int kind = in.read();
        if (kind < 0) {
            throw new EOFException();
        }

        byte[] body = new byte[in.readInt() - 4];
        in.readFully(body);
        String text = (char) kind + new String(body, StandardCharsets.ISO_8859_1);
        heard.add(text);
        return text;
    }
}

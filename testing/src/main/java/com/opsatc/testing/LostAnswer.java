package com.opsatc.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A proxy before the database that, once told to, passes one COMMIT on and cuts the line instead of the answer. */
public final class LostAnswer implements AutoCloseable {
    private final ServerSocket socket;
    private final int server;
    private volatile boolean armed;
    private volatile boolean cut;

    /** Listens on a free port of this machine, before the server at another one. */
    public LostAnswer(int server) throws IOException {
        this.server = server;
        this.socket = new ServerSocket(0, 5, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        Thread thread = new Thread(this::serve);
        thread.setDaemon(true);
        thread.start();
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** From now on the next COMMIT loses its answer. */
    public void cutNext() {
        armed = true;
    }

    /** Whether a COMMIT went through and its answer did not. */
    public boolean hasCut() {
        return cut;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Socket upstream = new Socket(socket.getInetAddress(), server);
                start(() -> copy(client, upstream, true));
                start(() -> copy(upstream, client, false));
            } catch (IOException e) {
                return; // closed: the test has ended
            }
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
    }

    private void copy(Socket from, Socket to, boolean requests) {
        byte[] buffer = new byte[1 << 16];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                boolean commit = requests
                        && armed
                        && !cut
                        && new String(buffer, 0, count, StandardCharsets.ISO_8859_1).contains("COMMIT");
                if (commit) {
                    // The client sees the end of the line; the server sees the COMMIT. Its answer, which nobody takes,
                    // ends the other direction's loop, which closes both.
                    cut = true;
                    from.shutdownOutput();
                    out.write(buffer, 0, count);
                    return;
                }

                out.write(buffer, 0, count);
            }

            close(from, to);
        } catch (IOException e) {
            close(from, to); // one side went away
        }
    }

    private static void close(Socket... sockets) {
        for (Socket each : sockets) {
            try {
                each.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

package com.opsatc.tenancy.postgres;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;

/** A program on the server's port that asks for the password in clear text. */
final class FakeServer {
    private static final int SSL_REQUEST = 80877103;
    private static final int GSS_REQUEST = 80877104;

    private FakeServer() {}

    /** Records, for each connection, how many bytes came after the question. */
    static void askForPasswords(ServerSocket socket, List<Integer> answers) {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                ask(client, answers);
            } catch (IOException e) {
                continue; // the client went away, or the test ended
            }
        }
    }

    private static void ask(Socket client, List<Integer> answers) throws IOException {
        DataInputStream in = new DataInputStream(client.getInputStream());
        DataOutputStream out = new DataOutputStream(client.getOutputStream());
        while (true) {
            int length = in.readInt();
            int kind = in.readInt();
            in.readFully(new byte[length - 8]);
            if (kind != SSL_REQUEST && kind != GSS_REQUEST) {
                break;
            }

            out.writeByte('N');
        }

        out.writeByte('R'); // AuthenticationCleartextPassword
        out.writeInt(8);
        out.writeInt(3);
        out.flush();
        answers.add(in.readAllBytes().length);
    }
}

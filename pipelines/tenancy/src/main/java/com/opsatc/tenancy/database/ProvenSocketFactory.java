package com.opsatc.tenancy.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/**
 * Makes the sockets of every connection to a database that is known by its password: the driver, and whatever library
 * connects through it, reads from a server only what a {@link LoginWatch} lets pass.
 *
 * <p>Named to the driver by the connection's property {@code socketFactory}. The sockets are unconnected.
 */
public final class ProvenSocketFactory extends SocketFactory {
    /** Called by the driver. */
    public ProvenSocketFactory() {}

    @Override
    public Socket createSocket() {
        return new ProvenSocket();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return createSocket(InetAddress.getByName(host), port);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return createSocket(InetAddress.getByName(host), port, local, localPort);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return createSocket(host, port, null, 0);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        Socket socket = createSocket();
        socket.bind(local == null ? null : new java.net.InetSocketAddress(local, localPort));
        socket.connect(new java.net.InetSocketAddress(host, port));
        return socket;
    }
}

package com.opsatc.evidence;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;

/** A channel over a stream that someone else closes. */
final class UnclosedChannel implements WritableByteChannel {
    private final WritableByteChannel channel;
    private boolean open = true;

    UnclosedChannel(OutputStream out) {
        channel = Channels.newChannel(out);
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
        return channel.write(bytes);
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() {
        open = false;
    }
}

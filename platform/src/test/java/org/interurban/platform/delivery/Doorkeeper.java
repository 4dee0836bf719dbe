package org.interurban.platform.delivery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;

/**
 * Stands before a mail server. It accepts every connection and says nothing, until it is told to pass on what is said; then it refuses
 * recipients whose address says so, as {@code refused-450@example.org}.
 */
final class Doorkeeper implements AutoCloseable {

    private static final Pattern REFUSED = Pattern.compile("RCPT TO:<refused-(\\d{3})@.*");

    private final ServerSocket door;
    private final Queue<Socket> callers = new ConcurrentLinkedQueue<>();
    private volatile int behind;

    Doorkeeper() {
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.startVirtualThread(this::listen);
    }

    int port() {
        return door.getLocalPort();
    }

    /** How many connections were made. */
    int calls() {
        return callers.size();
    }

    void passOnTo(int port) {
        behind = port;
    }

    private void listen() {
        while (!door.isClosed()) {
            try {
                var caller = door.accept();
                callers.add(caller);
                if (behind != 0) {
                    var server = new Socket(InetAddress.getLoopbackAddress(), behind);
                    Thread.startVirtualThread(() -> passIn(caller, server));
                    Thread.startVirtualThread(() -> passOut(server, caller));
                }
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void passIn(Socket caller, Socket server) {
        try (caller;
                server;
                var lines = new BufferedReader(
                        new InputStreamReader(caller.getInputStream(), StandardCharsets.ISO_8859_1))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var refused = REFUSED.matcher(line);
                var to = refused.matches() ? caller : server;
                var text = refused.matches() ? refused.group(1) + " Not here" : line;
                to.getOutputStream().write((text + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            }
        } catch (IOException hungUp) {
            // one of them has said all it wanted to
        }
    }

    private static void passOut(Socket server, Socket caller) {
        try (server;
                caller) {
            server.getInputStream().transferTo(caller.getOutputStream());
        } catch (IOException hungUp) {
            // one of them has said all it wanted to
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

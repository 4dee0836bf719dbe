package org.interurban.pairing.cli;

/** Arguments that no command understands. */
final class UsageException extends Exception {

    private static final long serialVersionUID = 1;

    UsageException(String message) {
        super(message);
    }
}

package org.interurban.platform.web;

/** What was asked for is not here, or not for this reader to know of; answered with the page "not found". */
public final class NotFound extends RuntimeException {

    public NotFound(String what) {
        super(what);
    }
}

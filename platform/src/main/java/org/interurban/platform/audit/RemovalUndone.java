package org.interurban.platform.audit;

/** What somebody removed is back as it was; whoever was told that it is gone is told so. */
public record RemovalUndone(Audit.Subject subject) {}

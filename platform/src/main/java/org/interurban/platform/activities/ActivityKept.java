package org.interurban.platform.activities;

/** An activity is new, or stands differently than before. */
public record ActivityKept(String code, String status) {}

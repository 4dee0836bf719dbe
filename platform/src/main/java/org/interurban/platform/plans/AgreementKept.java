package org.interurban.platform.plans;

/** An agreement is new, or stands differently than before. */
public record AgreementKept(String code, String status) {}

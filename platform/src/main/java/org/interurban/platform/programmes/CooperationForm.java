package org.interurban.platform.programmes;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How cities of a programme come together. */
public enum CooperationForm {
    PAIR,
    CLUSTER,
    OPEN_PAIRING;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static List<String> codes() {
        return Arrays.stream(values()).map(CooperationForm::code).toList();
    }
}

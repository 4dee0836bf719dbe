package org.interurban.platform.shared;

import com.ibm.icu.text.IDNA;
import java.util.Optional;

/** The name of a computer as the network knows it, however it is written in the letters of a language. */
final class HostName {

    private static final IDNA NAMES = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.USE_STD3_RULES);

    private HostName() {}

    /** Empty where no network could know it. */
    static Optional<String> ascii(String written) {
        var named = new IDNA.Info();
        var ascii = NAMES.nameToASCII(written, new StringBuilder(), named).toString();
        return named.hasErrors() ? Optional.empty() : Optional.of(ascii);
    }
}

package org.interurban.platform.shared;

import com.ibm.icu.text.IDNA;
import com.ibm.icu.text.SpoofChecker;
import java.util.Arrays;
import java.util.Optional;

/** The name of a computer as the network knows it, however it is written in the letters of a language. */
final class HostName {

    private static final IDNA NAMES = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.USE_STD3_RULES);

    /** Letters of several scripts in one part of a name look like another name; Latin ones stand beside Korean or Japanese. */
    private static final SpoofChecker LOOKS = new SpoofChecker.Builder()
            .setChecks(SpoofChecker.RESTRICTION_LEVEL)
            .setRestrictionLevel(SpoofChecker.RestrictionLevel.HIGHLY_RESTRICTIVE)
            .build();

    private HostName() {}

    /** Empty where no network could know it, or where it is written so as to look like another. */
    static Optional<String> ascii(String written) {
        var named = new IDNA.Info();
        var ascii = NAMES.nameToASCII(written, new StringBuilder(), named).toString();
        return named.hasErrors() || Arrays.stream(written.split("[.\u3002]")).anyMatch(LOOKS::failsChecks)
                ? Optional.empty()
                : Optional.of(ascii);
    }
}

package org.interurban.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Feeds the checker whatever a fuzzer invents: it may say valid or not, but nothing else.
 *
 * <p>A normal build tries the certificates kept in the resources; with {@code JAZZER_FUZZ=1} new ones are sought.
 */
class FuzzedCertificatesTests {

    private static final byte[] BESIDE = """
        {
        "format":"interurban-pairing-certificate/1",
        "engine":"1",
        "participants":[
        ["a","A",0,1],
        ["b","B",0,1]
        ],
        "rules":{"form":["two sides"],
        "objective":["total"],
        "seed":1,
        "locks":[],
        "limits":[]},
        "scores":"scores.json",
        """.getBytes(StandardCharsets.UTF_8);

    /** As it comes, or with every digest made to fit: else the fuzzer would never come past them. */
    @FuzzTest(maxDuration = "60s")
    void acceptsOrRefusesWhateverACertificateHolds(byte[] certificate) {
        says(certificate, Optional.empty());
        Certificates.digestedAgainIfWhole(new String(certificate, StandardCharsets.UTF_8))
                .ifPresent(text -> says(text.getBytes(StandardCharsets.UTF_8), Optional.empty()));
    }

    @FuzzTest(maxDuration = "60s")
    void refusesWhateverStandsBesideABrokenCertificate(byte[] scores) {
        says(BESIDE, Optional.of(scores));
        says(Arrays.copyOf(BESIDE, BESIDE.length - 1), Optional.of(scores));
    }

    private static void says(byte[] certificate, Optional<byte[]> scoresBeside) {
        assertThat(Checker.check(certificate, scoresBeside, Optional.empty())).isNotNull();
    }
}

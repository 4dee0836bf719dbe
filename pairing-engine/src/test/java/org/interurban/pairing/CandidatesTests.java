package org.interurban.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CandidatesTests {

    @Test
    void standInRowsWhateverTheOrderInWhichTheyCome() {
        var candidates = Candidates.among(4)
                .add(3, 1, 13, 31, 113)
                .add(0, 2, 2, 20, 200)
                .add(0, 1, 1, 10, 100)
                .build();

        assertThat(candidates.size()).isEqualTo(3);
        assertThat(candidates.find(1, 3)).isEqualTo(2);
        assertThat(candidates.find(2, 3)).isEqualTo(-1);
        assertThat(candidates.score(2)).isEqualTo(13);
        assertThat(candidates.benefitFirst(2)).isEqualTo(113);
        assertThat(candidates.benefitSecond(2)).isEqualTo(31);
        assertThat(candidates.first(0)).isZero();
        assertThat(candidates.first(2)).isEqualTo(1);
        assertThat(candidates.partner(2)).isEqualTo(3);
        assertThat(candidates.rowStart(4)).isEqualTo(3);
    }

    @Test
    void mayBeManyMoreThanExpected() {
        var builder = Candidates.among(100);
        for (var one = 0; one < 100; one++) {
            for (var other = 0; other < one; other++) {
                builder.add(one, other, 100L * one + other);
            }
        }
        var candidates = builder.build();

        assertThat(candidates.size()).isEqualTo(4_950);
        assertThat(candidates.score(candidates.find(7, 3))).isEqualTo(703);
        assertThat(candidates.hasBenefits()).isFalse();
        assertThat(candidates.benefitSecond(candidates.find(7, 3))).isEqualTo(703);
    }

    @Test
    void refuseWhatAreNoTwoParticipants() {
        var builder = Candidates.among(3);

        assertThatThrownBy(() -> builder.add(1, 1, 5)).hasMessageContaining("1 and 1");
        assertThatThrownBy(() -> builder.add(-1, 1, 5)).hasMessageContaining("-1 and 1");
        assertThatThrownBy(() -> builder.add(1, 3, 5)).hasMessageContaining("1 and 3");
        assertThatThrownBy(() -> builder.add(0, 2, 5).add(2, 0, 6).build()).hasMessageContaining("stands twice");
        assertThatThrownBy(() -> builder.add(0, 1, 5, 5, 5)).hasMessageContaining("benefits");
        assertThatThrownBy(() -> Candidates.among(3).add(0, 1, 5, 5, 5).add(0, 2, 5))
                .hasMessageContaining("benefits");
    }

    @Test
    void mayComeInRowsAlready() {
        var candidates = Candidates.ofRows(new int[] {0, 2, 2, 2}, new int[] {1, 2}, new int[] {7, 8});

        assertThat(candidates.participants()).isEqualTo(3);
        assertThat(candidates.score(candidates.find(2, 0))).isEqualTo(8);
    }

    @Test
    void refuseRowsThatAreNone() {
        refused(new int[] {}, new int[] {}, new int[] {}, "do not fit");
        refused(new int[] {1, 1}, new int[] {1}, new int[] {7}, "do not fit");
        refused(new int[] {0, 1, 1}, new int[] {1, 1}, new int[] {7, 7}, "do not fit");
        refused(new int[] {0, 1, 1}, new int[] {1}, new int[] {7, 7}, "do not fit");
        refused(new int[] {0, 1, 1}, new int[] {0}, new int[] {7}, "row 0 do not ascend");
        refused(new int[] {0, 1, 1}, new int[] {2}, new int[] {7}, "row 0 do not ascend");
        refused(new int[] {0, 2, 2, 2}, new int[] {2, 1}, new int[] {7, 7}, "row 0 do not ascend");
        refused(new int[] {0, 2, 1, 2}, new int[] {1, 2}, new int[] {7, 7}, "Row 1 ends before it starts");
    }

    private static void refused(int[] start, int[] partner, int[] score, String what) {
        assertThatThrownBy(() -> Candidates.ofRows(start, partner, score)).hasMessageContaining(what);
    }
}

package org.interurban.platform.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.interurban.platform.programmes.ProgrammePermission;
import org.junit.jupiter.api.Test;

class RoleTests {

    @Test
    void aFocalPointOfTheWholeNetworkMayNothing() {
        var city = Scope.city(new Scope.Id(UUID.randomUUID()));
        var wide = new Person(
                AccountId.next(), "Somebody", List.of(new Person.Assignment(Role.FOCAL_POINT, Scope.NETWORK)));
        var own = new Person(AccountId.next(), "Somebody", List.of(new Person.Assignment(Role.FOCAL_POINT, city)));

        assertThat(wide.may(ProgrammePermission.PROFILE_EDIT, city)).isFalse();
        assertThat(wide.mayAnywhere(ProgrammePermission.PROFILE_EDIT)).isFalse();
        assertThat(own.may(ProgrammePermission.PROFILE_EDIT, city)).isTrue();
        assertThat(own.may(ProgrammePermission.PROFILE_EDIT, Scope.city(new Scope.Id(UUID.randomUUID()))))
                .isFalse();
    }
}

package org.interurban.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.interurban.platform.authority.People;
import org.interurban.platform.web.WebSettings;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.annotation.Transactional;

@PlatformTest
@Transactional
class ReadyMessageTests {

    @Autowired
    JdbcClient sql;

    @Autowired
    People people;

    @Autowired
    WebSettings settings;

    @Test
    void saysThatNobodyCanSignInWhereThereIsNoAccountAndNobodyToGetOne() {
        sql.sql("truncate account cascade").update();

        assertThat(new ReadyMessage(people, new StandardEnvironment()).isShut()).isTrue();
        assertThat(new ReadyMessage(
                                people,
                                new MockEnvironment().withProperty("interurban.administrator", "mayor@example.org"))
                        .isShut())
                .isFalse();

        sql.sql("insert into account (id, email, name, invited_at) values (?, 'mayor@example.org', 'Mayor', now())")
                .param(UUID.randomUUID())
                .update();
        assertThat(new ReadyMessage(people, new StandardEnvironment()).isShut()).isFalse();
    }

    @Test
    void aNetworkOfOnesOwnIsNotCalledAfterTheSample() {
        assertThat(settings.networkName()).isEqualTo("City Network");
    }
}

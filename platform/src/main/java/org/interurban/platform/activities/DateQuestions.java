package org.interurban.platform.activities;

import org.interurban.platform.delivery.AnswerKind;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The three answers that a mail about a proposed date offers. */
@Configuration
class DateQuestions {

    @Bean
    AnswerKind yesToDate(Activities activities, AnswerDate deed, MessageSource messages) {
        return new DateQuestion(DateAnswer.YES, activities, deed, messages);
    }

    @Bean
    AnswerKind noToDate(Activities activities, AnswerDate deed, MessageSource messages) {
        return new DateQuestion(DateAnswer.NO, activities, deed, messages);
    }

    @Bean
    AnswerKind anotherDay(Activities activities, AnswerDate deed, MessageSource messages) {
        return new DateQuestion(DateAnswer.ANOTHER_DAY, activities, deed, messages);
    }
}

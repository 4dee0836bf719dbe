package org.interurban.platform.floor;

import java.util.Locale;
import org.interurban.platform.authority.Open;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** What a page costs at least: twelve rows by one query in the layout of all pages. */
@Controller
@Open
class FloorPage {

    private final JdbcClient sql;

    FloorPage(JdbcClient sql) {
        this.sql = sql;
    }

    @GetMapping("/floor")
    ModelAndView floor(Locale locale) {
        var rows = sql.sql("select code, title, status from activity order by code limit 12")
                .query()
                .listOfRows();
        return new ModelAndView("floor").addObject("rows", rows);
    }
}

package org.interurban.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** A reader without a pointer: walks with the Tab key until the control with a name has the focus, then uses its keys. */
public final class Keyboard {

    /** More stops than any page has. */
    private static final int STOPS = 600;

    private final Page page;

    public Keyboard(Page page) {
        this.page = page;
    }

    /** Presses the button with this name; the answer is a new page. */
    public Keyboard press(String button) {
        to(page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)));
        answer("Enter");
        return this;
    }

    public Keyboard press(Pattern button) {
        to(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)));
        answer("Enter");
        return this;
    }

    /** Follows the link with this name. */
    public Keyboard follow(String link) {
        to(link(link));
        answer("Enter");
        return this;
    }

    public Keyboard follow(Pattern link) {
        to(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link)));
        answer("Enter");
        return this;
    }

    /** Follows the link with this name, which brings no page. */
    public void enter(String link) {
        to(link(link));
        page.keyboard().press("Enter");
    }

    /** Opens or closes what the summary with this name stands for. */
    public Keyboard open(String summary) {
        to(page.locator("summary").getByText(summary));
        page.keyboard().press("Enter");
        return this;
    }

    public Keyboard type(String field, String text) {
        to(page.getByLabel(field, new Page.GetByLabelOptions().setExact(true)));
        page.keyboard().press("Control+A");
        page.keyboard().type(text);
        return this;
    }

    /** Types into the field and sends its form. */
    public Keyboard send(String field, String text) {
        type(field, text);
        answer("Enter");
        return this;
    }

    /** Chooses from a list by the first letters of what is wanted, as its keys do. */
    public Keyboard choose(String field, String wanted) {
        choose(
                page.getByLabel(field, new Page.GetByLabelOptions().setExact(true))
                        .last(),
                wanted);
        return this;
    }

    private void choose(Locator list, String wanted) {
        to(list);
        page.keyboard().type(wanted);
        assertThat((String) list.evaluate("list => list.selectedOptions[0].label"))
                .as("chosen by typing")
                .startsWith(wanted);
    }

    /** Sets the tick of the box whose name begins so. */
    public Keyboard tick(String box) {
        var wanted = page.getByLabel(Pattern.compile("^" + box)).first();
        to(wanted);
        if (!wanted.isChecked()) {
            page.keyboard().press("Space");
        }
        assertThat(wanted.isChecked()).as(box).isTrue();
        return this;
    }

    private Locator link(String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private void to(Locator wanted) {
        wanted.first().waitFor(new Locator.WaitForOptions().setTimeout(10_000));
        wanted.evaluateAll("all => { window.wanted = all; }"); // looked for by its name once, not at every stop
        for (int stop = 0; stop < STOPS; stop++) {
            if ((boolean) page.evaluate("() => window.wanted.includes(document.activeElement)")) {
                assertThat((boolean) page.evaluate(SHOWS_FOCUS))
                        .as("the focus can be seen on %s of %s", wanted, page.url())
                        .isTrue();
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("The Tab key does not reach %s on %s".formatted(wanted, page.url()));
    }

    private static final String SHOWS_FOCUS = """
        () => {
          const style = getComputedStyle(document.activeElement);
          const box = document.activeElement.getBoundingClientRect();
          return box.width > 1 && box.height > 1
            && (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== 'none');
        }\
        """;

    /** What the key brings is a new document, or the same one with another content in its place. */
    private void answer(String key) {
        page.evaluate("() => { document.documentElement.dataset.before = 'yes'; }");
        page.keyboard().press(key);
        page.waitForFunction("() => document.readyState === 'complete' && !document.documentElement.dataset.before");
    }
}

package app.mortar.http;

import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.testing.Browser;
import app.mortar.testing.NeedsProgram;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shop kit in a real browser, served as shops meet it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShopKitTest {
    private static final Pattern LOGGED = Pattern.compile("(?s)<pre id=\"log\">(.*?)</pre>");

    /** Fifteen minutes, said by a server whose year nobody in the browser believes in. */
    private static final String FIFTEEN =
            "<mortar-countdown id='c' expires-at='2026-03-10T09:15:00Z' server-time='2026-03-10T09:00:00Z'>"
                    + "</mortar-countdown>";

    /** What is to be seen at a moment of the page's life. */
    private static final String PROBE = """
            const c = document.getElementById("c");
            const log = document.getElementById("log");
            const say = (words) => log.textContent += words + "\\n";
            const look = () => [...c.shadowRoot.querySelectorAll("[part=label],[part=time]")]
                .map((part) => part.textContent).join("|");
            const at = (seconds, act) => setTimeout(act, seconds * 1000 + 100);
            """;

    @TempDir
    Path folder;

    private final Map<String, String> pages = new ConcurrentHashMap<>();
    private final Running shop = new Running(withPages(new ShopKit(false)));
    private final Running demo = new Running(withPages(new ShopKit(true)));

    private List<Route> withPages(ShopKit kit) {
        List<Route> routes = new ArrayList<>(kit.routes());
        routes.add(Route.open(
                "/page/{name}",
                call -> new Reply(
                        200,
                        "text/html; charset=utf-8",
                        pages.getOrDefault(call.variable("name"), "").getBytes(StandardCharsets.UTF_8))));
        return routes;
    }

    @AfterAll
    void close() {
        shop.close();
        demo.close();
    }

    /** What the script has logged once the page has lived so long. */
    private List<String> logged(String name, String body, String script, Duration life) {
        pages.put(
                name,
                "<!doctype html><html><head><script>" + before(name) + "</script>"
                        + "<script src='/kit/mortar-cart.js'></script></head><body>" + body
                        + "<pre id=\"log\"></pre><script>"
                        + PROBE + script + "</script></body></html>");
        String page = new Browser(folder).page(URI.create(shop.server.address() + "/page/" + name), life);
        var found = LOGGED.matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return Arrays.stream(found.group(1).strip().split("\n", -1)).toList();
    }

    /** The browser's clock stands in another decade, except where a test lets it jump. */
    private static String before(String name) {
        return name.startsWith("slept") ? "" : "Date.now = () => 1000;";
    }

    @Test
    @NeedsProgram("chromium")
    void it_says_what_the_plan_says_and_counts_down_by_the_server_whatever_the_browsers_clock_says() {
        assertThat(logged("counts", FIFTEEN, """
                        say(look());
                        at(1, () => say(look() + " " + c.getAttribute("state")));
                        at(601, () => say(look() + " " + c.getAttribute("state")));
                        at(841, () => say(look() + " " + c.getAttribute("state")));
                        at(899, () => say(look()));
                        at(901, () => say(look() + " " + c.getAttribute("state")));
                        """, Duration.ofSeconds(905)))
                .containsExactly(
                        "⏳ Reserved for 15 min|15:00",
                        "⏳ Reserved for 15 min|14:59 calm",
                        "⏳ Reserved for 15 min|04:59 low",
                        "⚠ Reserved for 15 min|00:59 last",
                        "⚠ Reserved for 15 min|00:01",
                        "Reservation expired – items released| gone");
    }

    @Test
    @NeedsProgram("chromium")
    void the_end_is_told_once_and_again_after_a_refresh() {
        assertThat(logged("ends", FIFTEEN.replace("09:15:00", "09:00:10"), """
                        document.addEventListener("expired", (e) => say("expired " + e.target.id));
                        at(9, () => say(look()));
                        at(30, () => { say("refreshed");
                          c.setAttribute("server-time", "2026-03-10T09:00:30Z");
                          c.setAttribute("expires-at", "2026-03-10T09:15:30Z"); });
                        at(30.4, () => say(look()));
                        at(1000, () => say("done"));
                        """, Duration.ofSeconds(1001)))
                .containsExactly(
                        "⚠ Reserved for 15 min|00:01",
                        "expired c",
                        "refreshed",
                        "⏳ Reserved for 15 min|15:00",
                        "expired c",
                        "done");
    }

    @Test
    @NeedsProgram("chromium")
    void who_cannot_see_it_is_told_the_steps_and_not_the_seconds() {
        assertThat(logged("told", FIFTEEN, """
                        say(c.getAttribute("role") + " " + c.getAttribute("aria-live"));
                        const said = c.shadowRoot.querySelector("[role=status]");
                        say(said.getAttribute("aria-live") + ": " + said.textContent);
                        new MutationObserver(() => say(said.textContent))
                            .observe(said, { childList: true, characterData: true, subtree: true });
                        """, Duration.ofSeconds(905)))
                .containsExactly(
                        "timer off",
                        "polite: Reserved, 15 minutes left.",
                        "Less than 5 minutes left.",
                        "Less than 1 minute left.",
                        "Reservation expired, items released.");
    }

    @Test
    @NeedsProgram("chromium")
    void a_shop_themes_it_and_whoever_wants_no_motion_gets_none() {
        assertThat(logged(
                        "themed",
                        FIFTEEN.replace("id='c'", "id='c' minutes='20' style='--mortar-calm: rgb(1, 2, 3)'"),
                        """
                        say(getComputedStyle(c.shadowRoot.querySelector("[part=time]")).color);
                        say(look());
                        const rules = [...c.shadowRoot.adoptedStyleSheets[0].cssRules].map((rule) => rule.cssText);
                        say(rules.some((rule) => rule.includes("prefers-reduced-motion: reduce")
                            && rule.includes("transition: none")));
                        """,
                        Duration.ofSeconds(1)))
                .containsExactly("rgb(1, 2, 3)", "⏳ Reserved for 20 min|15:00", "true");
    }

    @Test
    @NeedsProgram("chromium")
    void after_a_sleep_it_asks_for_the_servers_time() {
        assertThat(logged("slept", FIFTEEN, """
                        const real = Date.now.bind(Date);
                        c.addEventListener("resync", () => say("resync"));
                        const wake = () => document.dispatchEvent(new Event("visibilitychange"));
                        at(1, () => { wake(); say("no sleep"); });
                        at(2, () => { Date.now = () => real() + 60000; wake(); wake(); say("done"); });
                        """, Duration.ofSeconds(4))).containsExactly("no sleep", "resync", "done");
    }

    @Test
    @NeedsProgram("chromium")
    void without_a_moment_it_shows_nothing() {
        assertThat(logged(
                        "empty",
                        "<mortar-countdown id='c' expires-at='soon'></mortar-countdown>",
                        "say(look() + \" \" + c.getAttribute('state'));",
                        Duration.ofSeconds(1)))
                .containsExactly("| null");
    }

    @Test
    @NeedsProgram("chromium")
    void the_demos_page_shows_each_state_under_its_own_strict_policy() {
        String page =
                new Browser(folder).page(URI.create(demo.server.address() + "/kit/demo.html"), Duration.ofMillis(200));
        for (String state : List.of("calm", "low", "last", "gone")) {
            assertThat(page).containsPattern("<mortar-countdown id=\"" + state + "\"[^>]* state=\"" + state + "\"");
        }
    }

    @Test
    void the_countdown_needs_no_key_and_asks_nobody_else() throws IOException {
        Wire.Heard script = shop.ask("GET /kit/mortar-cart.js HTTP/1.1\r\nHost: mortar\r\n\r\n");
        assertThat(script.status()).isEqualTo(200);
        assertThat(script.header("Content-Type")).isEqualTo("text/javascript; charset=utf-8");
        assertThat(script.body())
                .doesNotContain("import ")
                .doesNotContain("fetch(")
                .doesNotContain("://");
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo.html", "demo.js", "demo.css"})
    void the_demos_page_is_there_in_the_demo_only(String file) throws IOException {
        String request = "GET /kit/" + file + " HTTP/1.1\r\nHost: mortar\r\n\r\n";
        assertThat(shop.ask(request).status()).isEqualTo(404);
        Wire.Heard page = demo.ask(request);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(page.body()).doesNotContain("://").doesNotContain("style=").doesNotContain("<style");
    }

    @ParameterizedTest
    @ValueSource(strings = {"..%2Fopenapi.json", "nothing.js", "%2e%2e"})
    void nothing_else_is_served(String file) throws IOException {
        assertThat(demo.ask("GET /kit/" + file + " HTTP/1.1\r\nHost: mortar\r\n\r\n")
                        .status())
                .isEqualTo(404);
    }
}

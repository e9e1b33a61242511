package app.mortar.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Spoils good requests, one mistake each, so that none of them can be meant; the seed says which. */
final class Malformed {
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final String MARK = "@here@";

    /**
     * A request that would do something.
     *
     * @param required fields that must be there, as JSON pointers to the object and the name in it
     */
    record Good(String method, String path, String json, Map<String, String> required) {
        Good(String method, String path, String json) {
            this(method, path, json, Map.of());
        }
    }

    /** Bytes to send and what is wrong with them. */
    @SuppressWarnings("ArrayRecordComponent") // sent, never compared
    record Spoilt(String what, byte[] bytes) {}

    /** JSON that no field of any request takes. */
    private static final List<String> BAD_VALUES = List.of(
            "[[]]",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\udc00x\"",
            "\"\"",
            "\"   \"",
            "\"\\u2028\"",
            "\"\u0007\"",
            "\"a\\u0000b\"",
            "tru",
            "NaN",
            "Infinity",
            "-",
            "'x'",
            "1.",
            ".5",
            "01",
            "+1",
            "0x10",
            "1e30",
            "1e400",
            "1e999999999",
            "1e99999999999999999999",
            "-1",
            "-1e-999999999",
            "1.00001",
            "9".repeat(150),
            "-" + "9".repeat(90),
            "\"" + "x".repeat(10_000) + "\"",
            "\"" + "é".repeat(5_000) + "\"",
            "\"\\x\"",
            "\"\\u12\"",
            "\"open",
            "{\"a\":",
            "{\"a\":1,\"a\":2}",
            "[".repeat(5_000),
            "{\"a\":".repeat(2_000),
            "\"\n\"",
            "\"\t\"",
            "undefined",
            "/* */ 1",
            "\"\uFFFE\u0000\"",
            "{\"$ref\":\"#\"}x",
            "\"\u0085\"",
            "[1,]",
            "--1");

    private static final List<String> ODD_TEXTS = List.of(
            "\u202Egnp",
            "e\u0301\u0301\u0301",
            "\uFFFF",
            "\uD83D\uDE00",
            "\u200B",
            "' or '1'='1",
            "%",
            "_",
            "\uFEFFA",
            "\\",
            "../../etc/passwd",
            "${jndi:x}",
            "\u0130",
            "\uDBFF\uDFFF",
            "A\u00A0B",
            "<script>");

    private final SplittableRandom random;
    private final String key;

    Malformed(long seed, String key) {
        this.random = new SplittableRandom(seed);
        this.key = key;
    }

    private <T> T oneOf(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    /** One more spoilt request out of these good ones. */
    Spoilt next(List<Good> family) {
        Good good = oneOf(family);
        boolean hasBody = !good.json().isEmpty();
        return switch (random.nextInt(hasBody ? 12 : 5)) {
            case 0 -> method(good);
            case 1 -> address(good);
            case 2 -> framing(good);
            case 3 -> head(good);
            case 4 -> hasBody ? mediaType(good) : query(good);
            case 5 -> encoding(good);
            case 6 -> wholeBody(good);
            case 7 ->
                field(
                        good,
                        "unknown",
                        object -> object.put(MARK, 1),
                        random.nextBoolean() ? "\"colour\"" : "\"\\ud800\"");
            case 8 -> missing(good);
            case 9 -> doubled(good);
            default -> value(good);
        };
    }

    // ---- bodies ----

    private Spoilt value(Good good) {
        ObjectNode body = (ObjectNode) MAPPER.readTree(good.json());
        ObjectNode object = oneOf(objects(body));
        String name = oneOf(List.copyOf(object.propertyNames()));
        object.put(name, MARK);
        String bad = oneOf(BAD_VALUES);
        return sent(good, name + " = " + shortened(bad), body.toString().replace("\"" + MARK + "\"", bad));
    }

    private Spoilt field(Good good, String what, java.util.function.Consumer<ObjectNode> change, String bad) {
        ObjectNode body = (ObjectNode) MAPPER.readTree(good.json());
        change.accept(oneOf(objects(body)));
        return sent(good, what + " " + bad, body.toString().replace("\"" + MARK + "\"", bad));
    }

    /** Objects whose fields are known: the body and the entries of its lists. */
    private static List<ObjectNode> objects(ObjectNode body) {
        List<ObjectNode> objects = new ArrayList<>(List.of(body));
        for (JsonNode value : body) {
            if (value instanceof ArrayNode list) {
                list.forEach(entry -> objects.add((ObjectNode) entry));
            }
        }
        return objects;
    }

    private Spoilt missing(Good good) {
        if (good.required().isEmpty()) {
            return wholeBody(good);
        }
        ObjectNode body = (ObjectNode) MAPPER.readTree(good.json());
        var gone = oneOf(List.copyOf(good.required().entrySet()));
        ((ObjectNode) body.at(gone.getValue())).remove(gone.getKey());
        return sent(good, "without " + gone.getKey(), body.toString());
    }

    private Spoilt doubled(Good good) {
        ObjectNode body = (ObjectNode) MAPPER.readTree(good.json());
        String name = oneOf(List.copyOf(body.propertyNames()));
        String twice = body.toString()
                .replaceFirst(
                        "\\{",
                        "{\"" + name + "\":"
                                + body.get(name)
                                        .toString()
                                        .replace("\\", "\\\\")
                                        .replace("$", "\\$") + ",");
        return sent(good, "twice " + name, twice);
    }

    private Spoilt wholeBody(Good good) {
        String json = good.json();
        String bad = oneOf(List.of(
                "",
                " ",
                "[]",
                "null",
                "7",
                "\"text\"",
                "true",
                json + json,
                json + " x",
                json + ",",
                "[" + json + "]",
                json.substring(0, json.length() - 1),
                json.substring(1),
                json.replace('"', '\''),
                "// hi\n" + json,
                "{\"a\":".repeat(1_000) + "1" + "}".repeat(1_000),
                "[".repeat(60_000),
                json.replace(":", "="),
                json.replaceFirst("\\{", "{,"),
                "\uFEFF" + "{",
                "\0" + json,
                "a=1&b=2",
                "<xml/>",
                "{}".repeat(1000)));
        return sent(good, "body " + shortened(bad), bad);
    }

    private Spoilt encoding(Good good) {
        Charset charset = oneOf(List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE));
        if (random.nextBoolean()) {
            return sent(good, "in " + charset, good.json().getBytes(charset));
        }
        // an overlong slash, a lone continuation, half of a character, a coded surrogate, beyond Unicode, Latin-1
        List<int[]> broken = List.of(
                new int[] {0xC0, 0xAF},
                new int[] {0x80},
                new int[] {0xE2, 0x82},
                new int[] {0xED, 0xA0, 0x80},
                new int[] {0xF5, 0x80, 0x80, 0x80},
                new int[] {0xE4},
                new int[] {0xFF});
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String json = good.json();
        int at = json.indexOf(':') + 2;
        bytes.writeBytes(json.substring(0, at).getBytes(StandardCharsets.UTF_8));
        for (int b : oneOf(broken)) {
            bytes.write(b);
        }
        bytes.writeBytes(json.substring(at).getBytes(StandardCharsets.UTF_8));
        return sent(good, "broken UTF-8", bytes.toByteArray());
    }

    // ---- heads ----

    private Spoilt method(Good good) {
        String odd =
                oneOf(List.of("TRACE", "BREW", "post", "OPTIONS", "PROPFIND", "GETT", "X".repeat(300), "M-SEARCH"));
        return new Spoilt("method " + shortened(odd), request(odd, good.path(), "", new byte[0]));
    }

    private Spoilt address(Good good) {
        String path = good.path().replaceFirst("\\?.*", "");
        String odd = oneOf(List.of(
                path + "/",
                "/" + path,
                path + "/%zz",
                path + "/%",
                path + "/%00",
                path + "/%C0%AF",
                path + "/..",
                path + "/%2e%2e/x",
                path.toUpperCase(java.util.Locale.ROOT),
                path + "/" + "a".repeat(9_000),
                path + "\u0001",
                path + "?" + "q".repeat(9_000),
                path + "%ED%A0%80",
                path + ";x=1",
                path + "/x/y/z",
                "*",
                "http://",
                "::",
                ""));
        return new Spoilt("address " + shortened(odd), request(good.method(), odd, json(), good.json()));
    }

    private Spoilt query(Good good) {
        String odd = oneOf(List.of(
                "limit=0",
                "limit=501",
                "limit=1.0",
                "limit=%31%00",
                "limit=" + "9".repeat(400),
                "cursor=AAAA",
                "cursor=LTE6MQ",
                "cursor=OTk5OTk5OTk5OTk5OTk5OTk5OTk6MQ",
                "cursor=%ff",
                "limit=1&limit=1",
                "colour=red",
                "%=1",
                "limit=%zz",
                "cursor=" + "A".repeat(300),
                "limit=-1",
                "limit=1e1",
                "=1",
                "limit=\u0001"));
        return new Spoilt("query " + shortened(odd), request(good.method(), good.path() + "?" + odd, "", new byte[0]));
    }

    private Spoilt mediaType(Good good) {
        String odd = oneOf(List.of(
                "",
                "Content-Type: text/plain\r\n",
                "Content-Type: application/x-www-form-urlencoded\r\n",
                "Content-Type: multipart/form-data; boundary=x\r\n",
                "Content-Type: application/json; charset=utf-16\r\n",
                "Content-Type:\r\n",
                "Content-Type: application/json\r\nContent-Type: application/json\r\n",
                "Content-Type: application/json\r\nContent-Encoding: gzip\r\n",
                "Content-Type: application/jsonp\r\n",
                "Content-Type: ;\r\n",
                "Content-Type: application/xml\r\n"));
        return new Spoilt("media type " + odd.strip(), request(good.method(), good.path(), odd, good.json()));
    }

    private Spoilt head(Good good) {
        String odd = oneOf(List.of(
                "No colon here\r\n",
                " folded: yes\r\n",
                "Bad Name: x\r\n",
                "X-Nul: a\0b\r\n",
                "X-Long: " + "x".repeat(17_000) + "\r\n",
                "Host: other\r\n",
                "Host : mortar\r\n",
                ": empty\r\n",
                "X-Cr: a\rb\r\n",
                "Authorization: Bearer other\r\n",
                "X: y\r\n".repeat(3_000),
                "\u00e9\u00e9: 1\r\n"));
        return new Spoilt("head " + shortened(odd), request(good.method(), good.path(), odd + json(), good.json()));
    }

    private Spoilt framing(Good good) {
        String start = good.method() + " " + good.path() + " HTTP/1.1\r\n";
        String common = "Host: mortar\r\nAuthorization: Bearer " + key + "\r\n" + json();
        String body = good.json().isEmpty() ? "{}" : good.json();
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        List<String> ofBodies = List.of(
                start + common + "Content-Length: " + length + "\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + body,
                start + common + "Content-Length: -1\r\n\r\n" + body,
                start + common + "Content-Length: " + length + "\r\nContent-Length: " + (length + 1) + "\r\n\r\n"
                        + body,
                start + common + "Content-Length: many\r\n\r\n" + body,
                start + common + "Content-Length: 99999999999999999999\r\n\r\n" + body,
                start + common + "Content-Length: 300000\r\n\r\n" + body,
                start + common + "Transfer-Encoding: chunked\r\n\r\nzz\r\n" + body,
                start + common + "Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n" + body,
                start + common + "Transfer-Encoding: chunked\r\n\r\n-5\r\n" + body,
                start + common + "Transfer-Encoding: gzip\r\n\r\n" + body,
                start + common + "Transfer-Encoding: chunked, gzip\r\n\r\n" + body);
        List<String> ofAnything = List.of(
                start + common.replace("Host: mortar\r\n", "") + "\r\n",
                start + "Host: a\r\n" + common + "\r\n",
                start.replace("HTTP/1.1", "HTTP/3.0") + common + "\r\n",
                start.replace("HTTP/1.1", "HTTP/0.1") + common + "\r\n",
                start.replace("HTTP/1.1", "HTTP/") + common + "\r\n",
                start.replace(" HTTP/1.1", "") + common + "\r\n",
                start.replace(" HTTP", "  HTTP") + common + "Content-Length: 99\r\n\r\n",
                "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003" + body + "\r\n\r\n",
                "\0\0\0\0\0\0\0\0\r\n\r\n",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                "\r\n\r\n\r\n\r\nnoise\r\n\r\n",
                body + "\r\n\r\n");
        String odd = oneOf(good.json().isEmpty() || random.nextBoolean() ? ofAnything : ofBodies);
        return new Spoilt("framing " + shortened(odd), odd.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A name of something that is not there, as a segment of a path. */
    String oddSegment() {
        StringBuilder encoded = new StringBuilder();
        for (byte b : oneOf(ODD_TEXTS).getBytes(StandardCharsets.UTF_8)) {
            encoded.append("%%%02X".formatted(b & 0xFF));
        }
        return encoded.toString();
    }

    // ---- sending ----

    private static String json() {
        return "Content-Type: application/json\r\n";
    }

    private Spoilt sent(Good good, String what, String body) {
        return sent(good, what, body.getBytes(StandardCharsets.UTF_8));
    }

    private Spoilt sent(Good good, String what, byte[] body) {
        return new Spoilt(
                good.method() + " " + good.path() + ": " + what, request(good.method(), good.path(), json(), body));
    }

    private byte[] request(String method, String path, String headers, String body) {
        return request(method, path, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] request(String method, String path, String headers, byte[] body) {
        String length = body.length == 0 ? "" : "Content-Length: " + body.length + "\r\n";
        String start = method + " " + path + " HTTP/1.1\r\nHost: mortar\r\nAuthorization: Bearer " + key + "\r\n"
                + headers + length + "\r\n";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(start.getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    private static String shortened(String text) {
        return SafeText.shown(text, 120);
    }
}

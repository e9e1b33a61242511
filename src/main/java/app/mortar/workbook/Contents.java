package app.mortar.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * What a workbook consists of.
 *
 * @param sheets its worksheets in order; chart sheets are left out
 * @param texts the part with the texts of the cells
 * @param styles the part with the cell styles
 * @param date1904 whether days are counted from 1904
 */
record Contents(
        List<SheetPart> sheets,
        @Nullable String texts,
        @Nullable String styles,
        boolean date1904) {
    private static final int MOST_LINKS = 10_000;

    /** One worksheet and the part it is in. */
    record SheetPart(String name, boolean hidden, String part) {}

    private record Link(String type, String target) {}

    /** Null when the zip holds no workbook. */
    static @Nullable Contents of(WorkbookZip zip) throws IOException, SAXException {
        String workbook = "xl/workbook.xml";
        for (Link link : links(zip, "").values()) {
            if (link.type().endsWith("/officeDocument")) {
                workbook = link.target();
            }
        }
        InputStream part = zip.open(workbook);
        if (part == null || !workbook.endsWith(".xml")) {
            return null;
        }
        Names names = new Names();
        Xml.read(part, names);
        Map<String, Link> links = links(zip, workbook);
        List<SheetPart> sheets = new ArrayList<>();
        for (Names.Sheet sheet : names.sheets) {
            Link link = links.get(sheet.link());
            if (link == null || !zip.has(link.target())) {
                throw new WorkbookZip.Damaged("has lost its sheet \"" + sheet.name() + "\"");
            }
            if (link.type().endsWith("/worksheet")) {
                sheets.add(new SheetPart(sheet.name(), sheet.hidden(), link.target()));
            }
        }
        return new Contents(sheets, target(links, "/sharedStrings"), target(links, "/styles"), names.date1904);
    }

    private static @Nullable String target(Map<String, Link> links, String type) {
        return links.values().stream()
                .filter(link -> link.type().endsWith(type))
                .map(Link::target)
                .findFirst()
                .orElse(null);
    }

    /** The relationships of a part; of the package itself for the empty name. */
    private static Map<String, Link> links(WorkbookZip zip, String part) throws IOException, SAXException {
        int slash = part.lastIndexOf('/') + 1;
        String folder = part.substring(0, slash);
        InputStream in = zip.open(folder + "_rels/" + part.substring(slash) + ".rels");
        Map<String, Link> links = new HashMap<>();
        if (in != null) {
            Xml.read(in, new DefaultHandler() {
                @Override
                public void startElement(String uri, String name, String qualified, Attributes attributes)
                        throws SAXException {
                    String id = attributes.getValue("Id");
                    String type = attributes.getValue("Type");
                    String target = attributes.getValue("Target");
                    boolean external = "External".equals(attributes.getValue("TargetMode"));
                    if (name.equals("Relationship") && id != null && type != null && target != null && !external) {
                        links.put(id, new Link(type, resolve(folder, target)));
                    }
                    if (links.size() > MOST_LINKS) {
                        throw new SAXException(new WorkbookZip.Damaged("has too many links between its parts"));
                    }
                }
            });
        }
        return links;
    }

    /** The name of the part that {@code target} means inside {@code folder}. */
    private static String resolve(String folder, String target) {
        Deque<String> path = new ArrayDeque<>();
        String slashed = target.replace('\\', '/');
        for (String step : (slashed.startsWith("/") ? slashed : folder + slashed).split("/", -1)) {
            if (step.equals("..")) {
                path.pollLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                path.addLast(step);
            }
        }
        return String.join("/", path);
    }

    private static final class Names extends DefaultHandler {
        record Sheet(String name, boolean hidden, String link) {}

        final List<Sheet> sheets = new ArrayList<>();
        boolean date1904;

        @Override
        public void startElement(String uri, String name, String qualified, Attributes attributes) throws SAXException {
            if (name.equals("workbookPr")) {
                String value = attributes.getValue("date1904");
                date1904 = "1".equals(value) || "true".equals(value);
            } else if (name.equals("sheet")) {
                String state = attributes.getValue("state");
                sheets.add(new Sheet(
                        text(attributes.getValue("name")),
                        "hidden".equals(state) || "veryHidden".equals(state),
                        link(attributes)));
                if (sheets.size() > MOST_LINKS) {
                    throw new SAXException(new WorkbookZip.Damaged("has too many sheets"));
                }
            }
        }

        /** {@code r:id}, whatever the prefix and whichever of the two namespaces (strict or transitional). */
        private static String link(Attributes attributes) {
            for (int i = 0; i < attributes.getLength(); i++) {
                if (attributes.getLocalName(i).equals("id")
                        && attributes.getURI(i).endsWith("/relationships")) {
                    return attributes.getValue(i);
                }
            }
            return "";
        }

        private static String text(@Nullable String value) {
            return value == null ? "" : value;
        }
    }
}

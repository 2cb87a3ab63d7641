package com.opsatc.jobs.report.testing;

import com.opsatc.jobs.report.ReportInput;
import com.opsatc.jobs.report.ReportPage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A rendered page as a test looks at it: its bytes, its text, and its elements as an XML parser sees them. */
@SuppressWarnings("ArrayRecordComponent") // Never compared: tests look inside.
public record Page(byte[] bytes, String html, Document document) {
    public static Page of(ReportInput input) {
        return of(ReportPage.render(input));
    }

    public static Page of(byte[] bytes) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            factory.setExpandEntityReferences(false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);

            return new Page(
                    bytes, new String(bytes, StandardCharsets.UTF_8), builder.parse(new ByteArrayInputStream(bytes)));
        } catch (Exception e) {
            throw new AssertionError("The page is not well-formed", e);
        }
    }

    public List<Element> elements(String name) {
        NodeList nodes = document.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }

        return elements;
    }

    /** Texts of the elements with that class, white space folded. */
    public List<String> texts(String cssClass) {
        return elements("*").stream()
                .filter(element ->
                        List.of(element.getAttribute("class").split(" ")).contains(cssClass))
                .map(element -> element.getTextContent().replaceAll("\\s+", " ").strip())
                .toList();
    }
}

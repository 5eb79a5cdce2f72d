package org.omscds.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.databind.json.JsonMapper;

/** What both readers of FHIR make of JSON: the elements that are known, and nothing else. */
class FhirReaderTests {

  private static final JsonMapper JSON = new JsonMapper();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'id':'a','nobody':{'id':'b'},'status':'c'}     | {'id':'a','status':'c'}",
        "{'id':'a','id':'b','status':'c','id':'d'}       | {'id':'a','status':'c'}",
        "{'id':null,'status':'c'}                        | {'status':'c'}",
        "{'id':null,'id':'b'}                            | {'id':'b'}",
        "{'note':[null,'a',null,'b']}                    | {'note':['a','b']}",
        "{'note':[['a'],['b',['c',null],[]]]}            | {'note':['a','b','c']}",
        "{'note':[]}                                     | {'note':[]}",
        "{'note':[{}]}                                   | {'note':[{}]}",
        "{'note':[{'text':'a'},{'text':'b'}],'id':'c'}   | {'note':[{'text':'a'},{'text':'b'}],'id':'c'}",
        "{'code':{'coding':[{'code':'x'}],'text':'y'}}   | {'code':{'coding':[{'code':'x'}],'text':'y'}}",
        "{'valueBoolean':true,'value':-1.50e3}                 | {'valueBoolean':'true','value':'-1.50e3'}",
        "['a',{'id':'b'}]                                | ['a',{'id':'b'}]",
      })
  void keepsWhatIsKnown(String sent, String kept) {
    Object whole = JSON.readValue(quoted(kept), Object.class);
    assertAllKnown(whole);
    FhirNode expected = FhirNode.ofJson(whole);
    assertThat(parsed(quoted(sent))).isEqualTo(expected);
    assertThat(scanned(quoted(sent))).isEqualTo(expected);
  }

  private static void assertAllKnown(Object json) {
    switch (json) {
      case Map<?, ?> fields ->
          fields.forEach((name, value) -> {
            assertThat(Element.named(name.toString())).as("%s", name).isPresent();
            assertAllKnown(value);
          });
      case List<?> items -> items.forEach(FhirReaderTests::assertAllKnown);
      default -> {}
    }
  }

  private static String quoted(String json) {
    return json.replace('\'', '"');
  }

  @Test
  void holdsObjectsOfAnySizeOpen() {
    String coding =
        IntStream.range(0, 100)
            .mapToObj(i -> "{\"code\":\"" + i + "\",\"display\":\"d\"}")
            .collect(Collectors.joining(",", "[", "]"));
    String json = "{\"id\":\"a\",\"code\":{\"coding\":" + coding + "},\"status\":\"final\"}";
    FhirNode expected = FhirNode.ofJson(JSON.readValue(json, Map.class));
    assertThat(parsed(json)).isEqualTo(expected);
    assertThat(scanned(json)).isEqualTo(expected);
    assertThat(expected.at(Element.CODE).each(Element.CODING)).hasSize(100);
  }

  private static FhirNode parsed(String json) {
    try (JsonParser parser = FhirJson.factory().createParser(ObjectReadContext.empty(), json)) {
      parser.nextToken();
      return FhirReader.read(parser);
    }
  }

  private static FhirNode scanned(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    JsonScanner scanner = new JsonScanner(Arrays.copyOf(bytes, bytes.length + JsonScanner.PADDING));
    FhirNode node = new FhirScanner(scanner).read(0);
    scanner.end(bytes.length);
    return node;
  }
}

package org.omscds.hook.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class HookSettingsTests {

  @Test
  void withoutAnySettingTheDefaultsHold() {
    HookSettings settings = bind(Map.of());
    assertThat(settings.maxBodySize()).isEqualTo(DataSize.ofMegabytes(8));
    assertThat(settings.maxDrainSize()).isEqualTo(DataSize.ofMegabytes(64));
    assertThat(settings.allowedOrigins())
        .containsExactly(
            "https://sandbox.cds-hooks.org", "http://localhost:[*]", "http://127.0.0.1:[*]");
  }

  @Test
  void settingsTakeThePlaceOfDefaults() {
    HookSettings settings =
        bind(
            Map.of(
                "omscds.hook.max-body-size", "1MB",
                "omscds.hook.allowed-origins[0]", "https://ehr.example.org"));
    assertThat(settings.maxBodySize()).isEqualTo(DataSize.ofMegabytes(1));
    assertThat(settings.allowedOrigins()).containsExactly("https://ehr.example.org");
  }

  @ParameterizedTest
  @CsvSource({
    "omscds.hook.max-body-size, 0, at least",
    "omscds.hook.max-body-size, 65MB, max-drain-size",
    "omscds.hook.max-drain-size, 1MB, max-drain-size",
    "omscds.hook.drain, -1s, give 0s",
    "omscds.hook.drain, 61s, at most PT1M",
    "omscds.hook.allowed-origins[0], ehr.example.org, allowed-origins has 'ehr.example.org'",
    "omscds.hook.allowed-origins[0], https://ehr.example.org/app, without a path"
  })
  void aSettingThatCannotBeMeantStopsTheStart(String name, String value, String words) {
    assertThatThrownBy(() -> bind(Map.of(name, value)))
        .rootCause()
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(words);
  }

  private static HookSettings bind(Map<String, String> values) {
    return new Binder(new MapConfigurationPropertySource(values))
        .bindOrCreate("omscds.hook", HookSettings.class);
  }
}

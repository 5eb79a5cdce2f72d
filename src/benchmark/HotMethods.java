import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/**
 * Prints where the samples of a recording of the Flight Recorder lie: the methods that ran, and
 * those of the service that they ran for.
 */
void main(String[] arguments) throws IOException {
  Map<String, Integer> running = new HashMap<>();
  Map<String, Integer> beneath = new HashMap<>();
  int samples = 0;
  try (RecordingFile recording = new RecordingFile(Path.of(arguments[0]))) {
    while (recording.hasMoreEvents()) {
      RecordedEvent event = recording.readEvent();
      if (!event.getEventType().getName().equals("jdk.ExecutionSample")) {
        continue;
      }
      List<RecordedFrame> frames = event.getStackTrace().getFrames();
      if (frames.isEmpty()) {
        continue;
      }
      samples++;
      running.merge(name(frames.getFirst()), 1, Integer::sum);
      Set<String> seen = new HashSet<>();
      for (RecordedFrame frame : frames) {
        String name = name(frame);
        if (name.startsWith("org.omscds.") && seen.add(name)) {
          beneath.merge(name, 1, Integer::sum);
        }
      }
    }
  }
  IO.println(samples + " samples of " + arguments[0]);
  print("itself", running, samples);
  print("with all that it calls", beneath, samples);
}

String name(RecordedFrame frame) {
  String method = frame.getMethod().getName().replaceAll("lambda\\$(\\w+)\\$\\d+", "$1");
  return frame.getMethod().getType().getName() + "." + method;
}

void print(String title, Map<String, Integer> counts, int samples) {
  IO.println("  " + title);
  counts.entrySet().stream()
      .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
      .limit(Integer.getInteger("top", 30))
      .forEach(each ->
          IO.println(
              "    %5.1f %%  %s".formatted(100.0 * each.getValue() / samples, each.getKey())));
}

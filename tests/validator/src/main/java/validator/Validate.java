package validator;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import ca.uhn.fhir.validation.ValidationOptions;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.UnknownCodeSystemWarningValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.utilities.npm.NpmPackage;

/**
 * Judges FHIR R4 JSON files with HL7's instance validator, without a network.
 *
 * <pre>
 * Validate [--package guide.tgz]... [--profile URL]... [--as TYPE=URL]... [--warnings] FILE...
 * </pre>
 *
 * <p>{@code --package} adds an implementation guide as HL7 publishes it; {@code --profile} is a profile that every file
 * must satisfy; {@code --as} is one for each resource of that type, within a Bundle too. One line a file, then its
 * errors (and warnings); the exit status is 1 if any file has an error.
 */
public final class Validate {

  /** What an implementation guide contributes to a judgement. */
  private static final Set<String> KINDS = Set.of("StructureDefinition", "ValueSet", "CodeSystem");

  public static void main(String[] args) throws Exception {
    var packages = new ArrayList<Path>();
    var options = new ValidationOptions();
    var as = new HashMap<String, String>();
    var files = new ArrayList<Path>();
    var least = ResultSeverityEnum.ERROR;
    for (int i = 0; i < args.length; i++) {
      switch (args[i]) {
        case "--package" -> packages.add(Path.of(args[++i]));
        case "--profile" -> options.addProfile(args[++i]);
        case "--as" -> {
          var pair = args[++i].split("=", 2);
          as.put(pair[0], pair[1]);
        }
        case "--warnings" -> least = ResultSeverityEnum.WARNING;
        default -> files.add(Path.of(args[i]));
      }
    }

    var validator = validator(packages);
    boolean bad = false;
    for (var file : files) {
      long began = System.nanoTime();
      var messages = validator.validateWithResult(claim(Files.readString(file), as), options).getMessages();
      long errors = count(messages, ResultSeverityEnum.ERROR) + count(messages, ResultSeverityEnum.FATAL);
      bad |= errors > 0;
      System.out.printf(
          "%s %s: %d errors, %d warnings, %.1f s%n",
          errors > 0 ? "BAD" : "ok ",
          file,
          errors,
          count(messages, ResultSeverityEnum.WARNING),
          (System.nanoTime() - began) / 1e9);
      for (var m : messages) {
        if (m.getSeverity().ordinal() >= least.ordinal()) {
          System.out.printf("    %s %s %s%n", m.getSeverity().getCode(), m.getLocationString(), m.getMessage());
        }
      }
    }
    System.exit(bad ? 1 : 0);
  }

  private static FhirValidator validator(List<Path> packages) throws IOException {
    var context = FhirContext.forR4();
    var guides = new PrePopulatedValidationSupport(context);
    for (var path : packages) {
      load(context, guides, path);
    }
    // Without a terminology server, SNOMED CT and LOINC are unknown: a warning, not an error.
    var unknown = new UnknownCodeSystemWarningValidationSupport(context);
    unknown.setNonExistentCodeSystemSeverity(IValidationSupport.IssueSeverity.WARNING);
    var module = new FhirInstanceValidator(new ValidationSupportChain(
        guides,
        new Core(context),
        new CommonCodeSystemsTerminologyService(context),
        new InMemoryTerminologyServerValidationSupport(context),
        new SnapshotGeneratingValidationSupport(context),
        unknown));
    module.setAnyExtensionsAllowed(true);
    module.setErrorForUnknownProfiles(false);
    return context.newValidator().registerValidatorModule(module);
  }

  private static void load(FhirContext context, PrePopulatedValidationSupport into, Path archive) throws IOException {
    try (var stream = Files.newInputStream(archive)) {
      var guide = NpmPackage.fromPackage(stream);
      var parser = context.newJsonParser();
      for (var name : guide.list("package")) {
        if (KINDS.contains(name.split("-", 2)[0])) {
          try (var file = guide.load("package", name)) {
            into.addResource(parser.parseResource(file));
          }
        }
      }
    }
  }

  /**
   * The same JSON with {@code meta.profile} added: a guide's profile is judged for the entries of a Bundle only where a
   * mandatory slice asks for it, or where the entry claims it.
   */
  private static String claim(String text, Map<String, String> as) throws IOException {
    if (as.isEmpty()) {
      return text;
    }
    var json = JsonMapper.builder()
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
        .build();
    var root = (ObjectNode) json.readTree(text);
    mark(root, as);
    root.path("entry").forEach(entry -> {
      if (entry.path("resource") instanceof ObjectNode resource) {
        mark(resource, as);
      }
    });
    return json.writeValueAsString(root);
  }

  private static void mark(ObjectNode resource, Map<String, String> as) {
    var profile = as.get(resource.path("resourceType").asText());
    if (profile != null) {
      resource.withObject("/meta").withArray("profile").add(profile);
    }
  }

  private static long count(List<SingleValidationMessage> messages, ResultSeverityEnum severity) {
    return messages.stream().filter(m -> m.getSeverity() == severity).count();
  }

  /** R4's own definitions, found by {@code url|4.0.1} too, which is how guides of today refer to them. */
  private static final class Core extends DefaultProfileValidationSupport {

    Core(FhirContext context) {
      super(context);
    }

    @Override
    public IBaseResource fetchStructureDefinition(String url) {
      return super.fetchStructureDefinition(bare(url));
    }

    @Override
    public <T extends IBaseResource> T fetchResource(Class<T> type, String url) {
      return super.fetchResource(type, bare(url));
    }

    private static String bare(String url) {
      return url.endsWith("|4.0.1") ? url.substring(0, url.lastIndexOf('|')) : url;
    }
  }
}

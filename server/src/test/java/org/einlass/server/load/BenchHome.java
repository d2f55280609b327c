package org.einlass.server.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.einlass.contract.wire.ScanQuestion;
import org.einlass.launcher.ServerHome;
import org.einlass.server.json.Json;
import org.einlass.server.rest.filter.JsonResolver;

/**
 * The server as it was provisioned, with one echo beside the product and one within it, for the bench only.
 */
final class BenchHome {
    private static final List<Class<?>> ECHO =
            List.of(EchoApi.class, EchoResource.class, JsonResolver.class, Json.class);
    private static final String WEB_XML = """
            <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
              <context-param>
                <param-name>resteasy.preferJacksonOverJsonB</param-name>
                <param-value>true</param-value>
              </context-param>
            </web-app>
            """;
    private static final String DEPLOYMENT = """
                <deployment name="echo.war" runtime-name="echo.war">
                        <fs-archive path="standalone/deployments/echo.war" relative-to="jboss.home.dir"/>
                    </deployment>
                </deployments>""";

    private BenchHome() {}

    /** Makes a home in {@code folder} that shares its modules with {@code provisioned}. */
    static ServerHome in(Path folder, ServerHome provisioned) throws IOException {
        Path source = provisioned.folder();
        Path deployments = Files.createDirectories(folder.resolve("standalone/deployments"));
        Path configuration = Files.createDirectories(folder.resolve("standalone/configuration"));
        for (String shared : List.of("modules", "jboss-modules.jar")) {
            Files.createSymbolicLink(folder.resolve(shared), source.resolve(shared));
        }
        Files.copy(source.resolve("standalone/deployments/ROOT.war"), deployments.resolve("ROOT.war"));
        addEcho(deployments.resolve("ROOT.war"));
        copy(source.resolve("standalone/configuration"), configuration);
        Path standalone = configuration.resolve("standalone.xml");
        Files.writeString(standalone, Files.readString(standalone).replace("</deployments>", DEPLOYMENT));
        writeEcho(deployments.resolve("echo.war"));
        return new ServerHome(folder);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName().toString()));
            }
        }
    }

    private static void addEcho(Path war) throws IOException {
        try (FileSystem files = FileSystems.newFileSystem(war)) {
            for (Class<?> part : List.of(EchoResource.class, GuardedEchoResource.class)) {
                Path file = files.getPath("WEB-INF/classes", fileOf(part.getName()));
                Files.createDirectories(file.getParent());
                Files.write(file, bytesOf(part.getName()));
            }
        }
    }

    private static String fileOf(String name) {
        return name.replace('.', '/') + ".class";
    }

    private static byte[] bytesOf(String name) throws IOException {
        try (InputStream bytes = BenchHome.class.getClassLoader().getResourceAsStream(fileOf(name))) {
            return bytes.readAllBytes();
        }
    }

    private static void writeEcho(Path war) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(war))) {
            put(zip, "WEB-INF/web.xml", WEB_XML.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            for (Class<?> part : ECHO) {
                putClass(zip, part.getName());
            }
            putClass(zip, Json.class.getName() + "$AsDigits");
            putContract(zip);
        }
    }

    private static void putClass(ZipOutputStream zip, String name) throws IOException {
        put(zip, "WEB-INF/classes/" + fileOf(name), bytesOf(name));
    }

    /** The contract is a jar in a whole build, and a folder of classes where a tool runs single modules. */
    private static void putContract(ZipOutputStream zip) throws IOException {
        Path contract = placeOf(ScanQuestion.class);
        if (Files.isRegularFile(contract)) {
            put(zip, "WEB-INF/lib/contract.jar", Files.readAllBytes(contract));
            return;
        }
        try (var files = Files.walk(contract)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                put(zip, "WEB-INF/classes/" + contract.relativize(file), Files.readAllBytes(file));
            }
        }
    }

    private static Path placeOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }
}

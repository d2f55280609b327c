package org.einlass.server.registration.imports.list;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.einlass.server.registration.imports.text.TextKey;

/** Frequent given names that are rare as family names: they betray "Schmidt Eva". */
final class GivenNames {
    private static final Set<String> FREQUENT =
            Stream.of("""
            Adam Adrian Agnes Agnieszka Alexander Alexandra Ali Alice Alina Amelie Andrea Andreas
            Anett Angela Angelika Anja Anke Ann Anna Anne Annett Annette Antje Antonia Astrid Axel
            Ayse Barbara Bastian Beate Benjamin Bernd Bettina Birgit Björn Brigitte Britta Carina
            Carla Carmen Carolin Caroline Carsten Charlotte Christa Christian Christiane Christina
            Christine Christoph Clara Claudia Cornelia Dagmar Daniel Daniela David Denise Detlef
            Diana Dieter Dirk Doreen Doris Elena Elisa Elisabeth Elke Emily Emma Eric Erik Ernestine
            Eva Evelyn Fabian Fatma Felix Florian Frank Franziska Frauke Gabriele Georgia Gerd
            Gesine Giovanni Gisela Giulia Grit Gudrun Guido Hanna Hannah Hans Heide Heike Heiko
            Helga Helmut Hendrik Henrik Holger Ilona Ina Ines Inga Inge Ingo Ingrid Irene Iris
            Isabel Isabella James Jan Jana Janine Jannik Jean Jennifer Jens Jessica Jiří Joachim
            Johanna Johannes John Jonas Josefine Judith Julia Julian Juliane Jutta Jörg Jürgen Kai
            Karen Karin Karl Karsten Katarzyna Katharina Kathleen Kathrin Katja Katrin Kerstin Kevin
            Kirsten Klara Klaus Kristin Kristina Krzysztof Lara Laura Lea Lena Leonie Linda Lisa
            Luca Lukas Lutz Magdalena Maike Maja Manfred Manuela Mara Marc Marcel Marco Marcus
            Mareike Margit Margret Maria Marie Marie-Claire Marina Mario Marion Marius Markus
            Marlene Marten Martina Mary Mathias Matthias Maximilian Małgorzata Mehmet Melanie Mia
            Michaela Mirjam Monika Nadine Nadja Natalie Nele Nicole Niklas Nils Nina Nora Norbert
            Olaf Ole Olga Oliver Ondřej Pascal Patricia Patrick Paula Pavel Petra Philipp Pia Pierre
            Piotr Rainer Ralf Ralph Ramona Regina Renate René Ria Rita Robert Roland Rolf Romy Ronny
            Rosemarie Roswitha Sabine Sabrina Sandra Sara Sarah Sascha Sean Sebastian Silke Silvia
            Simone Sina Sofia Sonja Sophia Sophie Stefan Stefanie Steffen Stephan Stephanie Susan
            Susann Susanne Sven Svenja Swen Sylvia Tanja Tatjana Thorsten Tim Timo Tobias Torben
            Torsten Udo Ulla Ulrike Ursula Uta Ute Uwe Valentina Vanessa Vera Verena Veronika
            Victoria Viktoria Vivien Volker Waltraud Wiebke William Wolfgang Yasmin Yvonne Zoe Özlem
            """.strip().split("\\s+")).map(TextKey::of).collect(Collectors.toUnmodifiableSet());

    /** Frequent family names that are no given names. */
    private static final Set<String> FAMILIES =
            Stream.of("""
            Müller Mueller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter
            Klein Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Schmitt Krause Meier
            Lehmann Schmid Schulze Maier Köhler Herrmann König Mayer Huber Kaiser Fuchs Scholz Möller Weiß Hahn
            Schubert Vogel Friedrich Keller Günther Frank Berger Winkler Roth Beck Lorenz Baumann Franke Böhm Schuster
            Schumacher Kraus Winter Stein Jäger Sommer Seidel Heinrich Brandt Haas Schreiber Graf Schulte Dietrich
            Ziegler Kuhn Kühn Pohl Engel Horn Busch Bergmann Voigt Sauer Arnold Pfeiffer Wolff Pfeifer Kowalski Nowak
            Wiśniewski Nováková Novák Dvořák Svoboda Kovács Nagy Szabó Öztürk Yılmaz Yilmaz Kaya Demir Şahin Çelik
            Petrov Ivanov Smirnov García Martínez Rossi Ferrari Bianchi Janssen Jansen Hansen Petersen Nielsen Jensen
            """.strip().split("\\s+")).map(TextKey::of).collect(Collectors.toUnmodifiableSet());

    /** What nobody is called by as a family, or hardly anybody: enough to doubt "Schmidt Peter". */
    private static final Set<String> AMBIGUOUS =
            Stream.of("""
            Peter Michael Thomas Martin Werner Walter Paul Max Otto Simon Franz Heinz Horst Kurt Günter Hans-Peter
            Wolfgang Siegfried Gerhard Helmut Dieter Manfred Jürgen Bruno Anton Georg Emil Erich Ernst Leon Noah Finn
            Elias Ben Luis Jakob Moritz Oskar Theo Anni Ida Frieda Lotte Gerda Hilde Ilse Erika Renate Ute Heidi Cem
            Deniz Emre Can Ahmet Mustafa Hüseyin Murat Emine Zeynep Elif Marek Tomasz Paweł Jakub Petr Tomáš László
            Zoltán Ferenc Ivan Dmitri Sergej Svetlana Luigi Paolo José Pedro Juan Lars Erik Søren
            """.strip().split("\\s+")).map(TextKey::of).collect(Collectors.toUnmodifiableSet());

    private GivenNames() {}

    /** Whether the family name seems to stand first, so that a person has to say: "Schmidt Eva", "Müller Peter". */
    static boolean seemTurned(String first, String second) {
        boolean family = FAMILIES.contains(TextKey.of(first)) && !isOne(first);
        boolean given = AMBIGUOUS.contains(TextKey.of(second)) && !FAMILIES.contains(TextKey.of(second));
        return onlySecondIsOne(first, second) || (family && given);
    }

    /** Whether the name seems to be turned round, so that a person has to say. */
    static boolean onlySecondIsOne(String first, String second) {
        return isOne(second) && Stream.of(first.split("-", -1)).noneMatch(GivenNames::isOne);
    }

    /** Whether it is a given name, of the frequent ones or of those that some families have, too. */
    static boolean isOneOrMaybe(String name) {
        String key = TextKey.of(name);
        return FREQUENT.contains(key) || AMBIGUOUS.contains(key);
    }

    static boolean isOne(String name) {
        return FREQUENT.contains(TextKey.of(name));
    }
}

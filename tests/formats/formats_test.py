"""Programs that we did not write open what Entente exports, and count the same entities, relations and values.

usage: formats_test.py PROGRAM
Each format is opened by at least one of networkx, lxml, graphology, Python's csv, followthemoney. What they read is
compared with the JSON export, value by value. The graphs: the gallery's, and one of names made to break files.
Exit status: 0 all the same, 1 not, 77 the programs are not there.
"""
# SPDX-License-Identifier: MIT
import csv
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unicodedata
from xml.sax.saxutils import escape

HERE = pathlib.Path(__file__).resolve().parent
PROJECT = HERE.parent.parent
OTHERS = PROJECT / "build/others"
faults, opened = [], []


def check(what, got, wanted):
    if got != wanted:
        faults.append(f"{what}: {str(got)[:300]} where {str(wanted)[:300]} is wanted")


def clean(text):
    """As XML can hold it."""
    return "".join("\ufffd" if (c < " " and c not in "\n\t\r") or c in "\ufffe\uffff" else c for c in text)


def spaced(text):
    """graphology's XML reader takes U+0085 and U+2028 for line ends, which XML 1.0 does not."""
    return re.sub(r"\s+", " ", text)


def bare(name):
    """What followthemoney takes from names beyond what a file could lose: quotes and marks of no width around them, NFD."""
    return unicodedata.normalize("NFC", name).strip("\"' \ufeff\u200b\u200e\u200f\u202a\u202e")


def read_csv(path, **options):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True, **options))


def graphml(path, graph):
    import networkx
    read = networkx.read_graphml(path, force_multigraph=True)
    opened.append(f"networkx {networkx.__version__}: graphml")
    check("graphml entities", read.number_of_nodes(), len(graph["entities"]))
    check("graphml relations", read.number_of_edges(), len(graph["edges"]))
    by_id = {data["identifier"]: (node, data) for node, data in read.nodes(data=True)}
    for entity in graph["entities"]:
        node, data = by_id[clean(entity["id"])]
        check("graphml name", data["name"], clean(entity["name"]))
        check("graphml type", data["type"], entity["type"])
        check("graphml mentions", data.get("mentions"), entity["mentions"])
        check("graphml aliases", json.loads(data.get("aliases", "[]")), entity["aliases"])
    edges = {key: (a, b, data) for a, b, key, data in read.edges(keys=True, data=True)}
    for edge in graph["edges"]:
        a, b, data = edges[edge["id"]]
        check("graphml ends", (a, b), (by_id[clean(edge["source"])][0], by_id[clean(edge["target"])][0]))
        for key in ("relation", "polarity", "modality", "belief", "confidence", "first_date", "cameo", "followthemoney"):
            check(f"graphml {key}", data.get(key), edge.get(key))
        statements = json.loads(data["statements"])
        check("graphml sentences", [s["sentences"][0]["text"] for s in statements],
              [s["sentences"][0]["text"] for s in edge["statements"]])


def gexf(path, graph, version):
    import networkx
    read = networkx.read_gexf(path)
    opened.append(f"networkx {networkx.__version__}: gexf {version}")
    check(f"gexf {version} entities", read.number_of_nodes(), len(graph["entities"]))
    check(f"gexf {version} relations", read.number_of_edges(), len(graph["edges"]))
    for entity in graph["entities"]:
        data = read.nodes[clean(entity["id"])]
        check("gexf label", data["label"], clean(entity["name"]))
        check("gexf type", data["type"], entity["type"])
    edges = [(edge["id"], edge["relation"], edge["belief"], edge["modality"]) for edge in graph["edges"]]
    found = [(data["id"], data["relation"], data["belief"], data["modality"]) for _, _, data in read.edges(data=True)]
    check(f"gexf {version} values", sorted(found), sorted(edges))


def well_formed(path):
    from lxml import etree
    etree.parse(str(path), etree.XMLParser(resolve_entities=False, no_network=True))
    opened.append(f"lxml {etree.__version__}: {path.name}")


def in_javascript(folder, graph):
    done = subprocess.run(["node", HERE / "graphology_test.mjs", OTHERS, folder], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        faults.append("graphology: " + done.stderr[-500:])
        return
    for line in json.loads(done.stdout):
        opened.append(line["by"])
        check(line["by"] + " entities", line["nodes"], len(graph["entities"]))
        check(line["by"] + " relations", line["edges"], len(graph["edges"]))
        check(line["by"] + " names", sorted(map(spaced, line["names"])),
              sorted(spaced(clean(entity["name"])) for entity in graph["entities"]))
        check(line["by"] + " words", sorted(line["relations"]), sorted(edge["relation"] for edge in graph["edges"]))


def unguarded(cell):
    return cell[1:] if len(cell) > 1 and cell[0] == "'" and cell[1] in "=+-@\t\r" else cell


def tables(folder, graph):
    opened.append(f"python {sys.version.split()[0]} csv: csv, tables, neo4j")
    entities, edges = read_csv(folder / "tables/entities.csv"), read_csv(folder / "tables/edges.csv")
    check("csv entities", [unguarded(row["Label"]) for row in entities], [entity["name"] for entity in graph["entities"]])
    check("csv relations", [(row["Id"], float(row["belief"])) for row in edges], [(e["id"], e["belief"]) for e in graph["edges"]])
    sentences = [s["text"] for edge in graph["edges"] for statement in edge["statements"] for s in statement["sentences"]]
    for path in ("tables/sentences.csv", "news.csv"):
        rows = read_csv(folder / path)
        check(f"{path} sentences", [unguarded(row["sentence"]) for row in rows], sentences)
        check(f"{path} formulas", [c for row in rows for c in row.values() if c and c[0] in "=+@\t\r"], [])


def neo4j(folder, graph):
    nodes, edges = read_csv(folder / "neo4j/entities.csv"), read_csv(folder / "neo4j/relationships.csv")
    check("neo4j ids", [row["id:ID"] for row in nodes], [entity["id"] for entity in graph["entities"]])
    check("neo4j aliases", [[a for a in row["aliases:string[]"].split("\x1f") if a] for row in nodes],
          [entity["aliases"] for entity in graph["entities"]])
    check("neo4j labels", {row[":LABEL"].split("\x1f")[0] for row in nodes}, {"Entity"})
    check("neo4j ends", [(row[":START_ID"], row[":TYPE"], row[":END_ID"]) for row in edges],
          [(edge["source"], edge["relation"].upper(), edge["target"]) for edge in graph["edges"]])
    check("neo4j belief", [float(row["belief:double"]) for row in edges], [edge["belief"] for edge in graph["edges"]])


def follow_the_money(path, graph):
    import followthemoney
    from followthemoney import model
    opened.append(f"followthemoney {followthemoney.__version__}: ftm")
    links = {"UnknownLink", "Ownership", "Directorship", "Employment", "Membership", "Representation", "Family", "Sanction"}
    known, count, ends = set(), 0, []
    for line in path.read_text(encoding="utf-8").splitlines():
        given = json.loads(line)
        proxy = model.get_proxy(given, cleaned=False)  # cleans in silence: what it keeps must be what it was given
        as_name = lambda key, values: sorted(bare(v) if key in ("name", "alias", "full", "authority") else v for v in values)
        kept = {key: as_name(key, values) for key, values in proxy.to_dict()["properties"].items()}
        check(f"ftm {given['id']}", kept, {key: as_name(key, values) for key, values in given["properties"].items()})
        proxy.schema.validate(given)
        missing = [name for name in proxy.schema.required if not proxy.get(name)]
        check(f"ftm {given['id']} required", missing, [])
        known.add(given["id"])
        count += given["schema"] in links
        ends += [(prop.name, prop.range, value) for prop, value in proxy.itervalues() if prop.type.name == "entity"]
    schema_of = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        schema_of[json.loads(line)["id"]] = model.get(json.loads(line)["schema"])
    for name, wanted, value in ends:
        check(f"ftm {name} is there", value in known, True)
        if value in known:
            check(f"ftm {name} is a {wanted.name}", schema_of[value].is_a(wanted), True)
    check("ftm relations", count, len(graph["edges"]))


def try_all(program, source, folder):
    run = lambda *words: subprocess.run([program, *words], check=True, cwd=folder)
    for kind, name in (("json", "news.json"), ("graphml", "news.graphml"), ("gexf", "news.gexf"), ("gexf12", "news12.gexf"),
                       ("csv", "news.csv"), ("tables", "tables"), ("neo4j", "neo4j"), ("ftm", "news.ftm")):
        run("export", "--quiet", source, "--to", kind, "-o", name)
    graph = json.loads((folder / "news.json").read_text(encoding="utf-8"))
    graphml(folder / "news.graphml", graph)
    gexf(folder / "news.gexf", graph, "1.3")
    gexf(folder / "news12.gexf", graph, "1.2")
    for name in ("news.graphml", "news.gexf", "news12.gexf"):
        well_formed(folder / name)
    in_javascript(folder, graph)
    tables(folder, graph)
    neo4j(folder, graph)
    follow_the_money(folder / "news.ftm", graph)
    for name in ("news.json", "news.graphml"):
        run("import", "--quiet", name, "-o", name + ".graph")
    said = subprocess.run([program, "diff", source, "news.graphml.graph"], check=True, cwd=folder, capture_output=True, text=True).stdout
    check("graphml there and back", said, "the graphs say the same\n")
    check("json there and back", (folder / "news.json.graph").read_bytes(), pathlib.Path(source).read_bytes())


def hostile_graphml():
    """Names made to break files, each joined to the next, as another program's GraphML."""
    names = json.loads((PROJECT / "tests/cases/render/labels.json").read_text(encoding="utf-8"))["labels"]
    names += ["=cmd|'/c calc'!A1", "+1", "-1", "@SUM(A1)", "a,b;c|d", 'say ""hi""', "[1, 2]", "\u202eevil", "e\u0301"]
    names = [clean(name) for name in dict.fromkeys(names) if name.strip()]
    quoted = lambda text: escape(text, {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})
    nodes = "".join(f'<node id="{i}"><data key="name">{quoted(name)}</data></node>\n' for i, name in enumerate(names))
    edges = "".join(f'<edge source="{i}" target="{(i + 1) % len(names)}"><data key="r">owns</data></edge>\n' for i in range(len(names)))
    return ('<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><key id="name" for="node" attr.name="name"/>'
            f'<key id="r" for="edge" attr.name="relation"/>\n<graph edgedefault="directed">\n{nodes}{edges}</graph></graphml>\n')


def main():
    if not (OTHERS / "python").exists():
        print("skipped: tools/others has not installed the programs of others")
        return 77
    sys.path[:0] = [str(p) for p in (OTHERS / "python/lib").glob("python3*/site-packages")]
    program = pathlib.Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as temporary:
        hostile = pathlib.Path(temporary, "hostile.graph")
        subprocess.run([program, "import", "--quiet", "-", "-o", hostile], input=hostile_graphml().encode(), check=True)
        for source in (PROJECT / "graphs/gallery/all/news.graph", hostile):
            folder = pathlib.Path(temporary, "files-" + source.parent.name)
            folder.mkdir()
            try_all(program, source, folder)
    print("\n".join(sorted(set(opened))))
    print("\n".join(faults[:40]) if faults else "all opened, all the same")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

/**
 * The cases that people who run kiosks have reported, each tried on the whole program in its window on a real X
 * server, with a server, a camera and printers of the test's own. {@link org.einlass.kiosk.cases.CaseTableTest} holds
 * that each number has a test that bears it in its name; where another package's test does, it is named here.
 *
 * <table>
 * <caption>Which test holds which case on the real window</caption>
 * <tr><td>01</td><td>a title pushes a button off the screen</td><td>{@code CameraCasesTest}</td></tr>
 * <tr><td>02</td><td>an advertisement beside a ticket</td><td>{@code CameraCasesTest}</td></tr>
 * <tr><td>03</td><td>two tickets in view</td><td>{@code CameraCasesTest}</td></tr>
 * <tr><td>04</td><td>a screen of trouble that never ends</td><td>{@code TroubleCasesTest}</td></tr>
 * <tr><td>05</td><td>the tail of a code is a scan</td><td>{@code RealScannerTest}, {@code ScannerCasesTest}</td></tr>
 * <tr><td>06</td><td>imported codes on another layout</td><td>{@code RealScannerTest}, {@code ScannerCasesTest}</td></tr>
 * <tr><td>07</td><td>no line end</td><td>{@code RealScannerTest}, {@code ScannerCasesTest}</td></tr>
 * <tr><td>08</td><td>line ends of other keys</td><td>{@code RealScannerTest}</td></tr>
 * <tr><td>09</td><td>keys before a code</td><td>{@code RealScannerTest}, {@code ScannerFramingTest}</td></tr>
 * <tr><td>10</td><td>digits of the keypad</td><td>{@code RealScannerTest}</td></tr>
 * <tr><td>14</td><td>the camera is gone, stalled, black or covered</td><td>{@code TroubleCasesTest}</td></tr>
 * <tr><td>15</td><td>keys that close a window</td><td>{@code TroubleCasesTest}</td></tr>
 * <tr><td>16</td><td>another window takes the focus</td><td>{@code RealScannerTest}, {@code TroubleCasesTest}</td></tr>
 * <tr><td>17</td><td>a queue that rejects</td><td>{@code PrinterCasesTest}</td></tr>
 * <tr><td>18</td><td>a queue that is paused</td><td>{@code PrinterCasesTest}</td></tr>
 * <tr><td>19</td><td>a badge on another paper</td><td>{@code PrinterCasesTest}</td></tr>
 * <tr><td>20</td><td>faults of the settings at the start</td><td>{@code SetUpCasesTest}</td></tr>
 * <tr><td>21</td><td>other kinds of codes</td><td>{@code CameraCasesTest}</td></tr>
 * <tr><td>22</td><td>signs that nobody sees</td><td>{@code CameraCasesTest}</td></tr>
 * <tr><td>23</td><td>one text in two symbols</td><td>{@code CameraCasesTest}</td></tr>
 * <tr><td>26</td><td>a WebP picture</td><td>{@code SetUpCasesTest}</td></tr>
 * <tr><td>34</td><td>a time torn at its colon</td><td>{@code CameraCasesTest}</td></tr>
 * </table>
 */
package org.einlass.kiosk.cases;
